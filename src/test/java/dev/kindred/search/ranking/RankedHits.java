package dev.kindred.search.ranking;

import dev.kindred.paper.PaperId;
import java.util.Optional;
import java.util.OptionalInt;

/** Hits for tests of what is made of them. */
public final class RankedHits {
  private static final Fused NOTHING = new Fused(0, 0);

  private RankedHits() {}

  /** Of which only the id matters. */
  public static RankedHit found(String id) {
    return of(id, Tier.FOUND, Optional.empty(), Optional.empty());
  }

  public static RankedHit of(String id, Tier tier, Optional<Double> cosine, Optional<Double> bm25) {
    return new RankedHit(
        new PaperId(id), tier, cosine.map(RankedHits::score), bm25.map(RankedHits::score), NOTHING);
  }

  private static LegScore score(double value) {
    return new LegScore(OptionalInt.empty(), value);
  }
}
