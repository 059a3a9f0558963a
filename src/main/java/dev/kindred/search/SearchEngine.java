package dev.kindred.search;

import dev.kindred.embedding.Embedder;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Rejection.ExpiredCursor;
import dev.kindred.search.KeptLists.Kept;
import dev.kindred.search.SearchAnswer.Origin;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers searches. A list is made once, from one view of the index, and kept for a while; pages
 * are cut from it. Thread-safe. Does not own what it uses.
 */
public final class SearchEngine {
  private final Supplier<IndexView> index;
  private final ListMaking making;
  private final KeptLists kept;
  private final KeptPages pages;
  private final SharedMaking<Wanted, Made> underway = new SharedMaking<>();
  private final SharedMaking<ListCursor, Kept> remaking = new SharedMaking<>();

  /** A list for a request from a state of the index. */
  private record Wanted(ListRequest request, long state) {}

  private record Made(Kept kept, Origin origin) {}

  public SearchEngine(Supplier<IndexView> index, Embedder embedder, SearchSettings settings) {
    this.index = index;
    this.making = new ListMaking(embedder, settings);
    this.kept = new KeptLists(settings.clock());
    this.pages = new KeptPages(settings.clock());
  }

  /**
   * A page of the list for a request. The first page is of the present state of the collection;
   * later ones are of the list that was made for the same request before, while it lives.
   */
  public SearchAnswer answer(ListRequest request, Showing showing) {
    try (IndexView view = index.get()) {
      boolean isFirst = showing.page().offset() == 0;
      Optional<Kept> known = isFirst ? kept.latest(request, view.state()) : kept.latest(request);
      Made list =
          known.map(last -> new Made(last, Origin.KEPT)).orElseGet(() -> made(request, view));
      return page(list.kept(), list.origin(), view, showing);
    }
  }

  /** One list for all who ask for the same at the same time. */
  private Made made(ListRequest request, IndexView view) {
    return underway.of(
        new Wanted(request, view.state()),
        () ->
            kept.latest(request, view.state()) // another made it since this one looked
                .map(last -> new Made(last, Origin.KEPT))
                .orElseGet(
                    () -> new Made(kept.keep(request, making.list(view, request)), Origin.NEW)));
  }

  /**
   * Another page of a list.
   *
   * @throws ExpiredCursor if it is not kept any more
   */
  public SearchAnswer page(ListCursor cursor, Showing showing) {
    try (IndexView view = index.get()) {
      Kept list = remaking.of(cursor, () -> kept.of(cursor, again(view)));
      return page(list, Origin.KEPT, view, showing);
    }
  }

  private KeptLists.Remaking again(IndexView view) {
    return (request, state) ->
        view.state() == state ? Optional.of(making.list(view, request)) : Optional.empty();
  }

  /**
   * What a list was made for.
   *
   * @throws ExpiredCursor if it is not kept any more
   */
  public ListRequest request(ListCursor cursor) {
    return kept.request(cursor);
  }

  private SearchAnswer page(Kept kept, Origin origin, IndexView view, Showing showing) {
    ResultList.Cut cut =
        pages.of(kept.cursor(), showing, view.state(), () -> kept.list().page(view, showing));
    return new SearchAnswer(
        kept.request(),
        cut.results(),
        kept.list().summary(),
        origin,
        kept.cursor(),
        showing.page(),
        cut.gone());
  }
}
