package dev.kindred.search;

import dev.kindred.embedding.Embedder;
import dev.kindred.index.FacetField;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.Selection;
import dev.kindred.paper.PaperId;
import dev.kindred.search.Facets.Scope;
import java.util.List;
import java.util.Optional;

/** Makes the list for any request from one view of the index. Thread-safe. */
final class ListMaking {
  private final SearchLists searches;
  private final RecommendedLists recommendations;

  ListMaking(Embedder embedder, SearchSettings settings) {
    BackgroundPapers background = new BackgroundPapers();
    this.searches = new SearchLists(embedder, background, settings);
    this.recommendations = new RecommendedLists(embedder, background, settings.band());
  }

  ResultList list(IndexView view, ListRequest request) {
    return switch (request) {
      case SearchQuery query -> searches.list(view, query);
      case SimilarQuery similar -> recommendations.similar(view, similar);
      case RecommendationQuery wanted -> recommendations.recommended(view, wanted);
      case Browsing browsing -> browse(view, browsing);
    };
  }

  /** The total is that of all papers the filter leaves, though pages end at the depth. */
  private static ResultList browse(IndexView view, Browsing browsing) {
    List<PaperId> ids = view.browse(browsing.filter(), browsing.order(), 0, Page.DEPTH);
    ListSummary summary =
        ListSummary.withoutQuery(
            view.count(browsing.filter()),
            false,
            facets(
                view,
                browsing.facets(),
                Scope.ALL_MATCHING,
                new Selection.Filtered(browsing.filter())),
            view.counts());
    return new ResultList(
        view.state(),
        ids.stream().map(id -> new Hit(id, 0)).toList(),
        0,
        summary,
        (found, _, _) -> found.stream().map(one -> Result.of(one.paper(), 0)).toList());
  }

  static Optional<Facets> facets(IndexView view, FacetWish wish, Scope scope, Selection selection) {
    List<FacetField> fields = wish.fields();
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new Facets(view.facets(fields, selection, wish.limit()), scope));
  }
}
