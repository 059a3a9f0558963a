package dev.kindred.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;

/**
 * The embeddings of the queries that came last. The same query is embedded once, also for those who
 * ask at the same time; one that failed is tried again. Thread-safe.
 */
final class QueryEmbeddings {
  /** In bytes, of vectors and texts; some 10,000 queries. */
  private static final long MAX_WEIGHT = 20_000_000;

  private final Embedder embedder;
  private final Cache<String, EmbeddedText> known =
      Caffeine.newBuilder().maximumWeight(MAX_WEIGHT).weigher(QueryEmbeddings::weight).build();

  QueryEmbeddings(Embedder embedder) {
    this.embedder = embedder;
  }

  EmbeddedText of(String query) {
    return known.get(query.strip(), embedder::query);
  }

  private static int weight(String query, EmbeddedText text) {
    return Character.BYTES * query.length() + Float.BYTES * text.embedding().dimension();
  }
}
