package dev.kindred.search;

import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.search.ranking.RankedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells of a search's hits why they are there. */
final class SearchDetails implements ResultList.Details {
  private final SearchQuery query;
  private final RankedList frame;
  private final Map<PaperId, JudgedHit> judged = new HashMap<>();

  /**
   * @param ranked of which only what all hits share is kept
   */
  SearchDetails(SearchQuery query, RankedList ranked, List<JudgedHit> listed) {
    this.query = query;
    this.frame = ranked.withoutHits();
    listed.forEach(hit -> judged.put(hit.hit().id(), hit));
  }

  @Override
  public List<Result> of(List<Hit> hits, List<Paper> papers, IndexView view, Showing showing) {
    Optional<QueryWords> words =
        showing.isExplained() ? Optional.of(QueryWords.of(view, query)) : Optional.empty();
    return papers.stream().map(paper -> result(paper, words)).toList();
  }

  private Result result(Paper paper, Optional<QueryWords> words) {
    JudgedHit hit = Objects.requireNonNull(judged.get(paper.id()));
    return new Result(
        paper,
        hit.hit().score(),
        Optional.of(hit.relevance()),
        words.map(known ->
            new Explanation(
                hit.hit(),
                frame.background(),
                frame.ceiling(),
                frame.tiers().exactly(),
                known.in(paper))));
  }
}
