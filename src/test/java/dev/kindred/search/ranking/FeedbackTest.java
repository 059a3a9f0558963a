package dev.kindred.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.embedding.Embedding;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackTest {
  private static final Feedback FEEDBACK = new Feedback(3, .3, new Fusion.AboveNoise(.7));
  private static final Embedding QUERY = vector(1, 0, 0);

  private static Embedding vector(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return Embedding.normalised(floats);
  }

  private static void assertPointsTo(Embedding moved, double... direction) {
    assertThat(moved.cosine(vector(direction))).isCloseTo(1, within(1e-6));
  }

  @Test
  void theQueryMovesBySoMuchTowardsAPaper() {
    assertPointsTo(FEEDBACK.moved(QUERY, List.of(vector(0, 1, 0))), .7, .3, 0);
  }

  @Test
  void theMeanOfPapersWeighsAsMuchAsOnePaper() {
    double part = .3 / Math.sqrt(2);
    assertPointsTo(
        FEEDBACK.moved(QUERY, List.of(vector(0, 1, 0), vector(0, 0, 1))), .7, part, part);
  }

  @Test
  void withoutPapersTheQueryStays() {
    assertThat(FEEDBACK.moved(QUERY, List.of())).isEqualTo(QUERY);
  }

  @Test
  void papersThatPointNowhereTogetherMoveNothing() {
    assertPointsTo(FEEDBACK.moved(QUERY, List.of(vector(0, 1, 0), vector(0, -1, 0))), 1, 0, 0);
  }

  @Test
  void oppositesDoNotTurnTheQueryRound() {
    assertPointsTo(FEEDBACK.moved(QUERY, List.of(vector(-1, 0, 0))), 1, 0, 0);
  }
}
