package dev.kindred.evaluation;

import dev.kindred.index.Filter;
import dev.kindred.paper.PaperId;
import dev.kindred.search.ListShape;
import dev.kindred.search.Page;
import dev.kindred.search.SearchEngine;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import java.util.List;

/** Asks the search engine as the API does, for all it has: the one place that knows how. */
final class Ranker {
  private static final Showing EVERYTHING = Showing.of(new Page(Scores.RECALL_DEPTH, 0));

  private final SearchEngine engine;

  Ranker(SearchEngine engine) {
    this.engine = engine;
  }

  /** The first hundred papers, best first. */
  List<PaperId> ranked(String text, SearchMode mode) {
    SearchQuery query = new SearchQuery(text, mode, Filter.NONE, ListShape.UNCUT);
    return engine.answer(query, EVERYTHING).results().stream()
        .map(result -> result.paper().id())
        .toList();
  }
}
