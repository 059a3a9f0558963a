package dev.kindred.search;

import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A list as it was made, from which all its pages are cut.
 *
 * @param state of the index that it was made from
 * @param hits in their order; never changed
 * @param moreBytes roughly what the details hold beside the hits and what these stand for
 * @param details what more there is to tell of them
 */
record ResultList(
    long state, List<Hit> hits, long moreBytes, ListSummary summary, Details details) {
  private static final int HIT_BYTES = 150;

  /** Tells of hits what the list's kind has to tell. */
  interface Details {
    /** Of each of these, in order. */
    List<Result> of(List<Found> found, IndexView view, Showing showing);

    /** Roughly the room of the near-duplicates that hits stand for. */
    default long alsoBytes() {
      return 0;
    }
  }

  /**
   * A hit whose paper is still there.
   *
   * @param place in the list, from 0
   */
  record Found(int place, Hit hit, Paper paper) {}

  /** The hits of a page whose papers are still there, and how many are not. */
  record Cut(List<Result> results, int gone) {}

  /** How much room all of it takes, roughly. */
  long bytes() {
    return (long) HIT_BYTES * hits.size() + moreBytes + details.alsoBytes() + summary.bytes();
  }

  Cut page(IndexView view, Showing showing) {
    int from = Math.min(showing.page().offset(), hits.size());
    int to = Math.min(from + showing.page().limit(), hits.size());
    List<Hit> wanted = List.copyOf(hits.subList(from, to));
    Map<PaperId, Paper> papers = view.get(wanted.stream().map(Hit::id).toList());
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Paper paper = papers.get(wanted.get(i).id());
      if (paper != null) {
        found.add(new Found(from + i, wanted.get(i), paper));
      }
    }
    return new Cut(details.of(found, view, showing), wanted.size() - found.size());
  }
}
