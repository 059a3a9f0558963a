package dev.kindred.search;

import dev.kindred.search.ranking.RankedHit;
import dev.kindred.search.relevance.Evidence.Background;
import java.util.List;
import java.util.Optional;

/**
 * How a hit got its place.
 *
 * @param hit its tier, both ranks and scores, and the parts of the fused score
 * @param background the query's cosines to random papers
 * @param ceiling what the words in titles and abstracts add to BM25 at most; names of authors add
 *     on top of it
 * @param exactly the rare words or the quoted phrases that decide about the tier, if any
 * @param words those of the query that the paper has
 */
public record Explanation(
    RankedHit hit,
    Optional<Background> background,
    double ceiling,
    List<String> exactly,
    List<MatchedWord> words) {
  public Explanation {
    exactly = List.copyOf(exactly);
    words = List.copyOf(words);
  }
}
