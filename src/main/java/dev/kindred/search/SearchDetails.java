package dev.kindred.search;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.search.ranking.RankedList;
import dev.kindred.search.sentence.Passage;
import dev.kindred.search.sentence.Passages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells of a search's hits why they are there. */
final class SearchDetails implements ResultList.Details {
  private final Passages passages;
  private final SearchQuery query;
  private final Optional<Embedding> meaning;
  private final RankedList frame;
  private final Map<PaperId, JudgedHit> judged = new HashMap<>();

  /**
   * @param meaning of the query, if that was asked for
   * @param ranked of which only what all hits share is kept
   */
  SearchDetails(
      Passages passages,
      SearchQuery query,
      Optional<Embedding> meaning,
      RankedList ranked,
      List<JudgedHit> listed) {
    this.passages = passages;
    this.query = query;
    this.meaning = meaning;
    this.frame = ranked.withoutHits();
    listed.forEach(hit -> judged.put(hit.hit().id(), hit));
  }

  @Override
  public List<Result> of(List<Hit> hits, List<Paper> papers, IndexView view, Showing showing) {
    Optional<QueryWords> words =
        showing.isExplained() ? Optional.of(QueryWords.of(view, query)) : Optional.empty();
    List<Passage> found = passages.of(view, papers, query.text(), meaning, showing.sentences());
    return IntStream.range(0, papers.size())
        .mapToObj(i -> result(papers.get(i), found.get(i), words))
        .toList();
  }

  private Result result(Paper paper, Passage passage, Optional<QueryWords> words) {
    JudgedHit hit = Objects.requireNonNull(judged.get(paper.id()));
    return new Result(
        paper,
        hit.hit().score(),
        Optional.of(hit.relevance()),
        Optional.of(passage),
        words.map(known ->
            new Explanation(
                hit.hit(),
                frame.background(),
                frame.ceiling(),
                frame.tiers().exactly(),
                known.in(paper))));
  }
}
