package dev.kindred.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import dev.kindred.search.ranking.Fused;
import dev.kindred.search.ranking.LegScore;
import dev.kindred.search.ranking.RankedHit;
import dev.kindred.search.ranking.Tier;
import dev.kindred.search.recommendation.NearDuplicate;
import dev.kindred.search.relevance.Relevance;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PackedHitsTest {
  private static final JudgedHit WHOLE =
      new JudgedHit(
          new RankedHit(
              new PaperId("Łódź/𝔸 1"),
              Tier.RARE,
              Optional.of(new LegScore(OptionalInt.of(7), .83)),
              Optional.of(new LegScore(OptionalInt.empty(), 12.5)),
              new Fused(.5, .25)),
          new Relevance(.9),
          1.75,
          List.of(new NearDuplicate(new PaperId("other"), .97)));

  private static final JudgedHit PENDING =
      new JudgedHit(
          new RankedHit(
              new PaperId("b"),
              Tier.FOUND,
              Optional.empty(),
              Optional.of(new LegScore(OptionalInt.of(1), 3)),
              new Fused(.1, .2)),
          new Relevance(0));

  @Test
  void whatIsPackedComesOutUnchanged() {
    assertThat(new PackedHits(List.of(WHOLE, PENDING, WHOLE)))
        .containsExactly(WHOLE, PENDING, WHOLE);
    assertThat(new PackedHits(List.of())).isEmpty();
  }

  @Test
  void idsAndScoresComeOutAlone() {
    assertThat(new PackedHits(List.of(PENDING, WHOLE)).asHits())
        .containsExactly(
            new Hit(new PaperId("b"), PENDING.score()), new Hit(new PaperId("Łódź/𝔸 1"), 1.75));
  }

  @Test
  void whatHitsStandForTakesRoom() {
    assertThat(new PackedHits(List.of(PENDING)).alsoBytes()).isZero();
    long one = new PackedHits(List.of(WHOLE, PENDING)).alsoBytes();
    assertThat(one).isGreaterThan("other".length());
    assertThat(new PackedHits(List.of(WHOLE, WHOLE)).alsoBytes()).isEqualTo(2 * one);
  }
}
