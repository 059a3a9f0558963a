package dev.kindred.search;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.PassageText;
import dev.kindred.index.FacetField;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.Selection;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.UnknownPaper;
import dev.kindred.search.Facets.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes the list for any request from one view of the index. Thread-safe. */
final class ListMaking {
  private final Embedder embedder;
  private final SearchLists searches;

  ListMaking(Embedder embedder, SearchSettings settings) {
    this.embedder = embedder;
    this.searches = new SearchLists(embedder, settings);
  }

  ResultList list(IndexView view, ListRequest request) {
    return switch (request) {
      case SearchQuery query -> searches.list(view, query);
      case SimilarQuery similar -> similar(view, similar);
      case Browsing browsing -> browse(view, browsing);
    };
  }

  /** A paper that is not embedded yet is embedded for the purpose. */
  private ResultList similar(IndexView view, SimilarQuery similar) {
    PaperId id = similar.id();
    Paper paper = view.get(id).orElseThrow(() -> new UnknownPaper(id)).paper();
    Embedding embedding = view.vectors(Set.of(id)).get(id);
    if (embedding == null) {
      embedding = embedder.passage(PassageText.of(paper)).embedding();
    }
    List<Hit> hits = new ArrayList<>(view.nearest(embedding, Page.DEPTH + 2, similar.filter()));
    hits.removeIf(hit -> hit.id().equals(id));
    List<Hit> listed = hits.subList(0, Math.min(hits.size(), Page.DEPTH));
    ListSummary summary =
        ListSummary.withoutQuery(
            listed.size(), hits.size() > listed.size(), Optional.empty(), view.counts());
    return new ResultList(
        view.state(),
        listed,
        summary,
        (found, papers, _, _) ->
            IntStream.range(0, papers.size())
                .mapToObj(i -> Result.of(papers.get(i), found.get(i).score()))
                .toList());
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
        summary,
        (_, papers, _, _) -> papers.stream().map(paper -> Result.of(paper, 0)).toList());
  }

  static Optional<Facets> facets(IndexView view, FacetWish wish, Scope scope, Selection selection) {
    List<FacetField> fields = wish.fields();
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new Facets(view.facets(fields, selection, wish.limit()), scope));
  }
}
