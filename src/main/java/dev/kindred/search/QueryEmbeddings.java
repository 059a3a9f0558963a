package dev.kindred.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.EmbeddingFailed;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embeddings of the queries that came last. The same query is embedded once, also for those who
 * ask at the same time; one that failed is tried again. Thread-safe.
 */
final class QueryEmbeddings {
  /** In bytes, of vectors and texts; some 10,000 queries. */
  private static final long MAX_WEIGHT = 20_000_000;

  private static final Logger log = LoggerFactory.getLogger(QueryEmbeddings.class);

  private final Embedder embedder;
  private final Cache<String, EmbeddedText> known =
      Caffeine.newBuilder().maximumWeight(MAX_WEIGHT).weigher(QueryEmbeddings::weight).build();

  QueryEmbeddings(Embedder embedder) {
    this.embedder = embedder;
  }

  /**
   * The embedding of a query.
   *
   * @throws InvalidRequest if the model cannot embed it
   * @throws Unavailable if the model had no time for it
   */
  EmbeddedText of(String query) {
    return known.get(query.strip(), this::embedded);
  }

  private EmbeddedText embedded(String query) {
    try {
      return embedder.query(query);
    } catch (EmbeddingFailed failed) {
      log.warn("A query could not be embedded", failed);
      throw new InvalidRequest(
          "q could not be embedded: %s; mode=lexical searches by words alone"
              .formatted(failed.getMessage()));
    }
  }

  private static int weight(String query, EmbeddedText text) {
    return Character.BYTES * query.length() + Float.BYTES * text.embedding().dimension();
  }
}
