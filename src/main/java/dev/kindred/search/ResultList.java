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
 * @param hits in their order
 * @param details what more there is to tell of them
 */
record ResultList(long state, List<Hit> hits, ListSummary summary, Details details) {
  /** Tells of hits what the list's kind has to tell. */
  interface Details {
    /** Of each of these papers, in order. */
    List<Result> of(List<Hit> hits, List<Paper> papers, IndexView view, Showing showing);
  }

  ResultList {
    hits = List.copyOf(hits);
  }

  /** The hits of a page whose papers are still there, and how many are not. */
  record Cut(List<Result> results, int gone) {}

  Cut page(IndexView view, Showing showing) {
    int from = Math.min(showing.page().offset(), hits.size());
    int to = Math.min(from + showing.page().limit(), hits.size());
    List<Hit> wanted = hits.subList(from, to);
    Map<PaperId, Paper> found = view.get(wanted.stream().map(Hit::id).toList());
    List<Hit> there = new ArrayList<>();
    List<Paper> papers = new ArrayList<>();
    for (Hit hit : wanted) {
      Paper paper = found.get(hit.id());
      if (paper != null) {
        there.add(hit);
        papers.add(paper);
      }
    }
    return new Cut(details.of(there, papers, view, showing), wanted.size() - there.size());
  }
}
