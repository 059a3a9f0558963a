package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.embedding.Embedder;
import dev.kindred.http.AnswerJson;
import dev.kindred.http.StatusJson;
import dev.kindred.index.IndexView;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.index.lucene.ReadOnlyStore;
import dev.kindred.paper.PaperId;
import dev.kindred.search.FilterFields;
import dev.kindred.search.Page;
import dev.kindred.search.SearchEngine;
import dev.kindred.search.SearchQuery;
import java.util.function.Function;

/** A collection in its folder, which is only read. */
final class StoredPapers implements PaperSource {
  private final Options options;
  private final ReadOnlyStore store;

  StoredPapers(Options options) {
    this.options = options;
    this.store = LuceneStore.openReadOnly(options.data());
  }

  @Override
  public ObjectNode search(SearchQuery query, FilterFields filter) {
    return ask(engine -> AnswerJson.found(query, engine.search(query)));
  }

  @Override
  public ObjectNode similar(PaperId id, FilterFields filter, Page page) {
    return ask(engine -> AnswerJson.similar(engine.similar(id, filter.toFilter(), page)));
  }

  private ObjectNode ask(Function<SearchEngine, ObjectNode> question) {
    try (Embedder embedder = new LazyEmbedder(this::fittingModel)) {
      return question.apply(new SearchEngine(store::view, embedder));
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
