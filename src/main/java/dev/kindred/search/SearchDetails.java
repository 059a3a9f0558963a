package dev.kindred.search;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.search.ResultList.Found;
import dev.kindred.search.ranking.RankedList;
import dev.kindred.search.sentence.Passage;
import dev.kindred.search.sentence.Passages;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells of a search's hits why they are there. */
final class SearchDetails implements ResultList.Details {
  private final Passages passages;
  private final SearchQuery query;
  private final Optional<Embedding> meaning;
  private final RankedList frame;
  private final PackedHits hits;

  /**
   * @param meaning of the query, if that was asked for
   * @param ranked of which only what all hits share is kept
   */
  SearchDetails(
      Passages passages,
      SearchQuery query,
      Optional<Embedding> meaning,
      RankedList ranked,
      PackedHits hits) {
    this.passages = passages;
    this.query = query;
    this.meaning = meaning;
    this.frame = ranked.withoutHits();
    this.hits = hits;
  }

  @Override
  public List<Result> of(List<Found> found, IndexView view, Showing showing) {
    Optional<QueryWords> words =
        showing.isExplained() ? Optional.of(QueryWords.of(view, query.text())) : Optional.empty();
    List<Paper> papers = found.stream().map(Found::paper).toList();
    List<Passage> shown = passages.of(view, papers, query.text(), meaning, showing.sentences());
    return IntStream.range(0, papers.size())
        .mapToObj(i -> result(hits.get(found.get(i).place()), papers.get(i), shown.get(i), words))
        .toList();
  }

  @Override
  public long alsoBytes() {
    return hits.alsoBytes();
  }

  private Result result(JudgedHit hit, Paper paper, Passage passage, Optional<QueryWords> words) {
    return new Result(
        paper,
        hit.score(),
        Optional.of(hit.relevance()),
        Optional.of(passage),
        words.map(known ->
            new Explanation(
                hit.hit(),
                frame.background(),
                frame.ceiling(),
                frame.tiers().exactly(),
                known.in(paper))),
        Optional.empty(),
        hit.also());
  }
}
