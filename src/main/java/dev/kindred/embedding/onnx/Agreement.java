package dev.kindred.embedding.onnx;

import dev.kindred.embedding.Embedding;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How near the embeddings of a rebuilt graph come to those of the graph it was made from.
 *
 * @param mean of the cosines
 * @param min of the cosines
 */
public record Agreement(double mean, double min) {
  static final double MEAN_AT_LEAST = .999;
  static final double MIN_AT_LEAST = .998;

  /** Embeds some texts with both. */
  static Agreement of(
      List<String> texts, Function<String, Embedding> one, Function<String, Embedding> other) {
    double[] cosines =
        texts.parallelStream()
            .mapToDouble(text -> one.apply(text).cosine(other.apply(text)))
            .toArray();
    double sum = 0;
    double min = 1;
    for (double cosine : cosines) {
      sum += cosine;
      min = Math.min(min, cosine);
    }
    return new Agreement(sum / cosines.length, min);
  }

  boolean suffices() {
    return mean >= MEAN_AT_LEAST && min >= MIN_AT_LEAST;
  }

  /** As "mean 0.99970, least 0.99930". */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "mean %.5f, least %.5f", mean, min);
  }
}
