package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.http.AnswerJson;
import dev.kindred.index.Counts;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.index.lucene.ReadOnlyStore;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.json.PaperJson;
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
  public ObjectNode search(SearchQuery query) {
    return ask(engine -> AnswerJson.of(engine.search(query)));
  }

  @Override
  public ObjectNode similar(PaperId id, Filter filter, Page page) {
    return ask(engine -> AnswerJson.of(engine.similar(id, filter, page)));
  }

  private ObjectNode ask(Function<SearchEngine, ObjectNode> question) {
    try (Embedder embedder = ChosenModel.loadForOne(options)) {
      store.requireVectorsOf(embedder.identity());
      return question.apply(new SearchEngine(store::view, embedder));
    }
  }

  private Counts counts() {
    try (IndexView view = store.view()) {
      return view.counts();
    }
  }

  /** As of a server, as far as there is one to tell of. */
  @Override
  public ObjectNode status() {
    Counts counts = counts();
    ModelIdentity identity = store.identity();
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("papers", counts.papers())
        .put("embedded", counts.embedded())
        .put("pending", counts.pending())
        .put("failed", counts.failed())
        .put("truncated", counts.truncated());
    json.putObject("model")
        .put("name", identity.compatible().model())
        .put("dimension", identity.compatible().dimension())
        .put("max_tokens", identity.compatible().maxTokens());
    json.putObject("identity")
        .<ObjectNode>set("compatible", PaperJson.MAPPER.valueToTree(identity.compatible()))
        .set("recorded", PaperJson.MAPPER.valueToTree(identity.recorded()));
    return json.putNull("server");
  }

  @Override
  public void close() {}
}
