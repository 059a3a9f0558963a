package dev.kindred.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.CosineBand;
import dev.kindred.search.ranking.RankedHit;
import dev.kindred.search.ranking.RankedHits;
import dev.kindred.search.ranking.RankedList;
import dev.kindred.search.ranking.Tier;
import dev.kindred.search.ranking.Tiers;
import dev.kindred.search.relevance.Evidence.Background;
import dev.kindred.search.relevance.Label;
import dev.kindred.search.relevance.RelevanceEstimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CutListTest {
  private static final int PAPERS = 1_000;
  private static final double CEILING = 20;
  private static final RelevanceEstimate ESTIMATE =
      new RelevanceEstimate(Optional.of(new CosineBand(.2, .8, PAPERS)));

  /** Near, with all of the words; near; hardly nearer than random papers. */
  private static final RankedHit STRONG = hit("strong", Tier.FOUND, .8, 20);

  private static final RankedHit RELATED = hit("related", Tier.FOUND, .55, 2);
  private static final RankedHit NOTHING = hit("nothing", Tier.FOUND, .2, 0);

  private static RankedHit hit(String id, Tier tier, double cosine, double bm25) {
    return RankedHits.of(id, tier, Optional.of(cosine), Optional.of(bm25));
  }

  private static CutList cut(OptionalDouble least, RankedHit... hits) {
    return cut(least, Optional.empty(), true, hits);
  }

  private static CutList cut(OptionalDouble least, Optional<Double> nearBound, RankedHit... hits) {
    return cut(least, nearBound, true, hits);
  }

  private static CutList cut(
      OptionalDouble least, Optional<Double> nearBound, boolean mayBeEmpty, RankedHit... hits) {
    RankedList ranked =
        new RankedList(
            List.of(hits),
            new Tiers(Map.of(), List.of(), List.of()),
            Optional.of(new Background(.1, .05, 500)),
            CEILING,
            PAPERS,
            nearBound,
            Optional.empty());
    return CutList.of(ranked, ESTIMATE, least, mayBeEmpty);
  }

  private static List<String> ids(CutList cut) {
    return cut.hits().stream().map(hit -> hit.hit().id().value()).toList();
  }

  private static List<Label> labels(CutList cut) {
    return cut.hits().stream().map(hit -> hit.relevance().label()).toList();
  }

  @Test
  void withoutAThresholdAllStayInTheirOrder() {
    CutList cut = cut(OptionalDouble.empty(), RELATED, STRONG, NOTHING);
    assertThat(ids(cut)).containsExactly("related", "strong", "nothing");
    assertThat(labels(cut)).containsExactly(Label.RELATED, Label.STRONG, Label.WEAK);
    assertThat(cut.fit()).isEqualTo(Fit.STRONG);
    assertThat(cut.leftOut()).isZero();
  }

  @Test
  void theFitIsThatOfTheMostRelevant() {
    assertThat(cut(OptionalDouble.empty(), RELATED, NOTHING).fit()).isEqualTo(Fit.RELATED);
    RankedHit weak = hit("weak", Tier.FOUND, .4, 1);
    assertThat(cut(OptionalDouble.empty(), weak, NOTHING).fit()).isEqualTo(Fit.WEAK);
    assertThat(cut(OptionalDouble.of(.75), RELATED).fit())
        .as("cut off, it fits as well")
        .isEqualTo(Fit.RELATED);
  }

  @Test
  void aListInWhichNothingFitsIsEmpty() {
    CutList cut = cut(OptionalDouble.empty(), NOTHING, NOTHING);
    assertThat(cut).isEqualTo(new CutList(List.of(), 2, Fit.NONE, false));
    assertThat(cut(OptionalDouble.empty())).isEqualTo(new CutList(List.of(), 0, Fit.NONE, false));
  }

  @Test
  void whoeverWantsToSeeThemAllTheSameDoes() {
    CutList cut = cut(OptionalDouble.of(0), NOTHING, NOTHING);
    assertThat(cut.hits()).hasSize(2);
    assertThat(cut.fit()).isEqualTo(Fit.NONE);
  }

  @Test
  void aListThatMustNotBeEmptyKeepsWhatDoesNotFit() {
    CutList cut = cut(OptionalDouble.empty(), Optional.empty(), false, NOTHING, NOTHING);
    assertThat(cut.hits()).hasSize(2);
    assertThat(cut.fit()).isEqualTo(Fit.NONE);
    assertThat(cut.leftOut()).isZero();
  }

  @Test
  void whatIsBelowTheThresholdIsLeftOut() {
    CutList cut = cut(OptionalDouble.of(Label.STRONG.from()), STRONG, RELATED, NOTHING);
    assertThat(ids(cut)).containsExactly("strong");
    assertThat(cut.leftOut()).isEqualTo(2);
  }

  @Test
  void whatIsNamedOrHoldsTheRareWordIsNeverLeftOutNorWeak() {
    RankedHit named = hit("named", Tier.NAMED, .2, 0);
    RankedHit rare = hit("rare", Tier.RARE, .2, 0);
    CutList strict = cut(OptionalDouble.of(1), named, rare, STRONG);
    assertThat(ids(strict)).containsExactly("named", "rare");
    assertThat(labels(strict)).containsExactly(Label.STRONG, Label.RELATED);
    CutList alone = cut(OptionalDouble.empty(), rare, NOTHING);
    assertThat(ids(alone)).containsExactly("rare", "nothing");
    assertThat(alone.fit()).isEqualTo(Fit.RELATED);
  }

  @Test
  void itSaysWhetherPapersBeyondTheDepthCouldBelongToIt() {
    Optional<Double> near = Optional.of(.8);
    Optional<Double> far = Optional.of(.1);
    assertThat(cut(OptionalDouble.of(.5), STRONG).mayMissSome()).isFalse();
    assertThat(cut(OptionalDouble.of(.5), near, STRONG).mayMissSome()).isTrue();
    assertThat(cut(OptionalDouble.of(.5), far, STRONG).mayMissSome()).isFalse();
    assertThat(cut(OptionalDouble.empty(), far, STRONG).mayMissSome()).isTrue();
    assertThat(cut(OptionalDouble.empty(), near, NOTHING).mayMissSome()).isFalse();
  }
}
