package dev.kindred.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private static final PaperId A = new PaperId("a");
  private static final PaperId B = new PaperId("b");
  private static final PaperId C = new PaperId("c");
  private static final PaperId D = new PaperId("d");

  @Test
  void aRankingIsScoredInTheOrderInWhichItWasServed() {
    Scores scores = Scores.of(List.of(D, A, C, B), Map.of(A, 1, B, 1, C, 0));

    double log3 = Math.log(3) / Math.log(2);
    double log5 = Math.log(5) / Math.log(2);
    assertThat(scores.ndcg()).isCloseTo((1 / log3 + 1 / log5) / (1 + 1 / log3), within(1e-12));
    assertThat(scores.recall()).isEqualTo(1);
    assertThat(scores.reciprocalRank()).isEqualTo(.5);
  }

  @Test
  void recallIsTheShareOfTheRelevantThatWasFound() {
    assertThat(Scores.of(List.of(A, D), Map.of(A, 1, B, 3, C, -1)).recall()).isEqualTo(.5);
  }

  @Test
  void theHundredAndFirstPaperIsNotRecalledAndTheEleventhHasNoRank() {
    assertThat(Scores.of(behind(100), Map.of(A, 1)).recall()).isZero();
    assertThat(Scores.of(behind(99), Map.of(A, 1)).recall()).isEqualTo(1);
    assertThat(Scores.of(behind(10), Map.of(A, 1)).reciprocalRank()).isZero();
    assertThat(Scores.of(behind(9), Map.of(A, 1)).reciprocalRank()).isEqualTo(.1);
  }

  private static List<PaperId> behind(int others) {
    return IntStream.rangeClosed(0, others)
        .mapToObj(i -> i == others ? A : new PaperId("other" + i))
        .toList();
  }

  @Test
  void withoutARelevantPaperAllScoresAreZero() {
    assertThat(Scores.of(List.of(A), Map.of(A, 0))).isEqualTo(new Scores(0, 0, 0));
    assertThat(Scores.of(List.of(), Map.of(A, 1))).isEqualTo(new Scores(0, 0, 0));
  }

  @Test
  void theMeanIsTakenOverQueries() {
    assertThat(Scores.mean(List.of(new Scores(1, 0, .5), new Scores(0, .5, .25))))
        .isEqualTo(new Scores(.5, .25, .375));
  }
}
