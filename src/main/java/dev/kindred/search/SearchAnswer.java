package dev.kindred.search;

import java.util.List;

/**
 * One page of results.
 *
 * @param request what the list was made for
 * @param origin which list it was cut from
 * @param cursor asks for other pages of the same list
 * @param gone how many papers of this page have been deleted since the list was made
 */
public record SearchAnswer(
    ListRequest request,
    List<Result> results,
    ListSummary list,
    Origin origin,
    ListCursor cursor,
    Page page,
    int gone) {
  /** Which list a page was cut from. */
  public enum Origin {
    /** One that was made for this request, from the present state of the collection. */
    NEW,
    /** One that was made for an earlier request. */
    KEPT
  }

  public SearchAnswer {
    results = List.copyOf(results);
  }
}
