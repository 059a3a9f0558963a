package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.embedding.Embedder;
import dev.kindred.http.answer.AnswerJson;
import dev.kindred.http.answer.DuplicatesJson;
import dev.kindred.http.answer.StatusJson;
import dev.kindred.http.request.DuplicatesPart;
import dev.kindred.index.IndexView;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.index.lucene.ReadOnlyStore;
import dev.kindred.paper.PaperId;
import dev.kindred.search.FilterFields;
import dev.kindred.search.ListRequest;
import dev.kindred.search.Page;
import dev.kindred.search.RecommendationQuery;
import dev.kindred.search.SearchEngine;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.SearchSettings;
import dev.kindred.search.Showing;
import dev.kindred.search.SimilarQuery;
import dev.kindred.search.recommendation.Diversity;
import dev.kindred.search.recommendation.Recommender.Wish;
import dev.kindred.search.relevance.CalibrationFile;
import java.util.Optional;

/** A collection in its folder, which is only read. */
final class StoredPapers implements PaperSource {
  private final Options options;
  private final ReadOnlyStore store;

  StoredPapers(Options options) {
    this.options = options;
    this.store = LuceneStore.openReadOnly(options.data());
  }

  @Override
  public ObjectNode search(SearchQuery query, Showing showing) {
    return ask(query, showing);
  }

  @Override
  public ObjectNode similar(PaperId id, FilterFields filter, Diversity diversity, Page page) {
    return ask(new SimilarQuery(id, filter.toFilter(), diversity), Showing.of(page));
  }

  @Override
  public ObjectNode recommend(Wish wish, Page page) {
    return ask(new RecommendationQuery(wish), Showing.of(page));
  }

  @Override
  public ObjectNode duplicates(Optional<String> cursor, double minSimilarity) {
    try (IndexView view = store.view()) {
      return new DuplicatesJson(view, minSimilarity).part(DuplicatesPart.parse(cursor));
    }
  }

  @Override
  public ObjectNode duplicatesOf(PaperId id, double minSimilarity) {
    try (IndexView view = store.view()) {
      return new DuplicatesJson(view, minSimilarity).of(id);
    }
  }

  /** Without the cursor: nothing keeps the list when this process has ended. */
  private ObjectNode ask(ListRequest request, Showing showing) {
    CalibrationFile calibration = CalibrationFile.in(options.data());
    try (Embedder embedder = new LazyEmbedder(this::fittingModel)) {
      SearchSettings settings = SearchSettings.of(() -> calibration.bandFor(embedder));
      SearchEngine engine = new SearchEngine(store::view, embedder, settings);
      ObjectNode answer = AnswerJson.of(engine.answer(request, showing));
      answer.remove("cursor");
      return answer;
    }
  }

  private Embedder fittingModel() {
    Embedder embedder = ChosenModel.loadForOne(options);
    try {
      store.requireVectorsOf(embedder.identity());
      return embedder;
    } catch (RuntimeException | Error refused) {
      embedder.close();
      throw refused;
    }
  }

  private ObjectNode counts() {
    try (IndexView view = store.view()) {
      return StatusJson.of(view);
    }
  }

  /** As of a server, as far as there is one to tell of. */
  @Override
  public ObjectNode status() {
    ObjectNode json = counts();
    StatusJson.addModel(store.identity(), json);
    store.writer().ifPresent(writer -> json.put("writer", writer));
    return json.putNull("server");
  }

  @Override
  public void close() {}
}
