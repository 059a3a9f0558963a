package dev.kindred.search.ranking;

import dev.kindred.embedding.Embedding;
import dev.kindred.search.relevance.Evidence.Background;
import java.util.Collection;
import java.util.Optional;

/**
 * What a query means, and the candidates near it, which another thread may still be looking for.
 * Used by one thread.
 */
public final class QueryMeaning {
  private final Embedding query;
  private final Collection<Embedding> random;
  private final Aside.Pending<Leg> near;

  QueryMeaning(Embedding query, Collection<Embedding> random, Aside.Pending<Leg> near) {
    this.query = query;
    this.random = random;
    this.near = near;
  }

  Embedding query() {
    return query;
  }

  /** Waits for it. */
  Leg leg() {
    return near.result();
  }

  /** The query's cosines to random papers; none if nothing is embedded. */
  Optional<Background> background() {
    return random.isEmpty() ? Optional.empty() : Optional.of(Background.of(query, random));
  }

  /** The mean cosine of another vector to random papers; 0 if nothing is embedded. */
  double noiseOf(Embedding vector) {
    return random.stream().mapToDouble(vector::cosine).average().orElse(0);
  }
}
