package dev.kindred.embedding.onnx;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.onnx.ModelOptimiser.Samples;
import dev.kindred.paper.Rejection.UnusableModel;
import java.util.function.UnaryOperator;

/** How near a rebuilt graph comes to the weights it was made from, for texts and for queries. */
record SampleAgreement(Agreement passages, Agreement queries) {
  /**
   * Embeds samples with both.
   *
   * @param next is given each text before it is embedded, on several threads, and gives it back
   */
  static SampleAgreement of(
      InstalledModel weights, InstalledModel rebuilt, Samples samples, UnaryOperator<String> next) {
    int workers = Runtime.getRuntime().availableProcessors();
    try (Embedder exact = OnnxEmbedder.load(weights, workers);
        Embedder fast = OnnxEmbedder.load(rebuilt, workers)) {
      return new SampleAgreement(
          Agreement.of(
              samples.passages(),
              text -> exact.passage(next.apply(text)).embedding(),
              text -> fast.passage(text).embedding()),
          Agreement.of(
              samples.queries(),
              text -> exact.query(next.apply(text)).embedding(),
              text -> fast.query(text).embedding()));
    }
  }

  /**
   * Refuses a graph that is too far away.
   *
   * @param name of the model
   * @throws UnusableModel saying how far
   */
  void requireEnough(String name) {
    if (!passages.suffices() || !queries.suffices()) {
      throw new UnusableModel(
          ("the rebuilt graph of %s is too far from its weights to be used: the cosines to theirs"
                  + " are %s for texts and %s for queries; they must be %s at the mean and %s at the"
                  + " least. The model stays as it was")
              .formatted(name, passages, queries, Agreement.MEAN_AT_LEAST, Agreement.MIN_AT_LEAST));
    }
  }
}
