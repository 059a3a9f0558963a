package dev.kindred.search.ranking;

import dev.kindred.search.relevance.Evidence;
import dev.kindred.search.relevance.Evidence.Background;
import dev.kindred.search.relevance.Evidence.Meaning;
import dev.kindred.search.relevance.Evidence.WordMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All candidates of one query, best first, and what the query's scores mean.
 *
 * @param background the query's cosines to random papers; none if meaning was not asked for or
 *     nothing is embedded
 * @param ceiling what the words in titles and abstracts add to BM25 at most; names of authors add
 *     on top of it, but make nothing more relevant than it does
 * @param papers how many the collection has
 * @param nearBound the cosine that embedded papers outside cannot exceed; none if there are none
 * @param wordsBound the BM25 that papers outside cannot exceed, or the ceiling, where a higher one
 *     would change nothing; none if none of them has a word
 */
public record RankedList(
    List<RankedHit> hits,
    Tiers tiers,
    Optional<Background> background,
    double ceiling,
    int papers,
    Optional<Double> nearBound,
    Optional<Double> wordsBound) {
  public RankedList {
    hits = List.copyOf(hits);
  }

  /** What all hits share. */
  public RankedList withoutHits() {
    return new RankedList(
        List.of(), tiers.withoutPapers(), background, ceiling, papers, nearBound, wordsBound);
  }

  /** The same where papers outside were not asked for their words. */
  RankedList withAnyWordsOutside() {
    Optional<Double> most = nearBound.map(_ -> ceiling);
    return new RankedList(hits, tiers, background, ceiling, papers, nearBound, most);
  }

  /** What relevance can be told from. */
  public Evidence evidence(RankedHit hit) {
    return evidence(hit.meaning().map(LegScore::value), hit.words().map(LegScore::value));
  }

  /** The best cases of a paper that is no candidate; none if all papers are that could be. */
  public List<Evidence> outside() {
    List<Evidence> cases = new ArrayList<>();
    nearBound.ifPresent(_ -> cases.add(evidence(nearBound, wordsBound)));
    wordsBound.ifPresent(_ -> cases.add(evidence(Optional.empty(), wordsBound)));
    return cases;
  }

  private Evidence evidence(Optional<Double> cosine, Optional<Double> bm25) {
    Optional<Meaning> meaning =
        background.flatMap(known -> cosine.map(value -> new Meaning(value, known)));
    Optional<WordMatch> words =
        ceiling > 0 ? Optional.of(new WordMatch(bm25.orElse(0.0), ceiling)) : Optional.empty();
    return new Evidence(meaning, words, papers);
  }
}
