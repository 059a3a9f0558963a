package dev.kindred.search.relevance;

import dev.kindred.embedding.Embedding;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * What is known of one hit of one query.
 *
 * @param meaning empty if the paper is not embedded yet, or meaning was not asked for
 * @param words empty if words were not asked for; a paper without any of them has a BM25 of 0
 * @param papers how many the collection has, for the best of many is a good one by chance
 */
public record Evidence(Optional<Meaning> meaning, Optional<WordMatch> words, int papers) {
  public static Evidence of(Meaning meaning, WordMatch words, int papers) {
    return new Evidence(Optional.of(meaning), Optional.of(words), papers);
  }

  public static Evidence of(Meaning meaning, int papers) {
    return new Evidence(Optional.of(meaning), Optional.empty(), papers);
  }

  public static Evidence of(WordMatch words, int papers) {
    return new Evidence(Optional.empty(), Optional.of(words), papers);
  }

  /**
   * How near a paper is to the query in meaning, and how near papers are that have no part in it.
   */
  public record Meaning(double cosine, Background background) {}

  /**
   * The query's cosines to papers drawn at random.
   *
   * @param papers how many were drawn
   */
  public record Background(double mean, double deviation, int papers) {
    /** Of a query and some papers, one at least. */
    public static Background of(Embedding query, Collection<Embedding> papers) {
      return of(papers.stream().mapToDouble(query::cosine).toArray());
    }

    /** Of a query's cosines to some papers, one at least. */
    public static Background of(double[] cosines) {
      double mean = Arrays.stream(cosines).average().orElseThrow();
      double variance =
          Arrays.stream(cosines).map(cosine -> (cosine - mean) * (cosine - mean)).sum();
      return new Background(mean, Math.sqrt(variance / cosines.length), cosines.length);
    }
  }

  /**
   * How well a paper matches the query's words.
   *
   * @param bm25 as Lucene has it, without the factor k1 + 1: a term adds less than its frequency in
   *     the query times its idf; names of authors add on top
   * @param ceiling the sum of the terms' idf, each times its frequency in the query; a BM25 above
   *     it counts as this
   */
  public record WordMatch(double bm25, double ceiling) {}
}
