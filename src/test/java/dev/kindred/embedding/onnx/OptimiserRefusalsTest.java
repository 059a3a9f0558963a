package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.onnx.graph.TinyBert;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be rebuilt, which stays as it was. */
class OptimiserRefusalsTest extends OptimisedModels {
  @Test
  void figuresOfOtherWeightsAreNotUsed() throws IOException {
    optimise();
    graph(TinyBert.withSeed(2));

    refuses("ranges.json is of other weights", "--calibrate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"much\"", "null", "[1]"})
  void rangesThatAreNoNumbersAreRefused(String value) throws IOException {
    optimise();
    Files.delete(own.resolve("optimised.onnx"));
    String ranges = Files.readString(own.resolve("ranges.json"));
    Files.writeString(
        own.resolve("ranges.json"), ranges.replaceFirst("\\[[.\\d]+,", "[" + value + ","));

    refuses("ranges.json states attention as %s; it must be an array of numbers".formatted(value));
  }

  @Test
  void rangesThatAreMissingAreRefused() throws IOException {
    optimise();
    Files.delete(own.resolve("optimised.onnx"));
    String ranges = Files.readString(own.resolve("ranges.json"));
    Files.writeString(own.resolve("ranges.json"), ranges.replaceFirst("gelu", "other"));

    refuses("ranges.json states no gelu");
  }

  @Test
  void aGraphThatDisagreesWithItsWeightsIsRefusedAndNothingChanges() throws IOException {
    graph(TinyBert.withEpsilon(5));
    Map<String, Long> before = files();

    refuses(
        "the rebuilt graph of own is too far from its weights to be used",
        "mean 0.",
        "they must be 0.999 at the mean and 0.998 at the least",
        "The model stays as it was");

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aGraphThatIsNoBertIsRefused() throws IOException {
    graph(TinyGraph.identity("input_ids", "last_hidden_state"));

    refuses("it has no embeddings.word_embeddings.weight", "others are used as they are");
  }

  @Test
  void anotherActivationIsRefused() throws IOException {
    graph(TinyBert.withActivation("Relu"));

    refuses("its activation is not GELU");
  }

  @Test
  void aGraphInInt8AlreadyIsRefused() {
    refusesFrom(MINI_LM.resolve("model.onnx"), "it has no embeddings.word_embeddings.weight");
  }

  @Test
  void aFileThatIsNoGraphIsRefused() {
    refusesFrom(MINI_LM.resolve("tokenizer.json"), "cannot be read as an ONNX graph");
  }

  @Test
  void weightsThatAreNotThereAreNamed() {
    refusesFrom(models.resolve("none.onnx"), "there are no weights at", "none.onnx", "--from");
  }

  @Test
  void weightsOfAnotherModelAreRefusedForABundledOne() throws IOException {
    Path bundled = Files.createDirectory(models.resolve("all-MiniLM-L6-v2"));
    for (String file : List.of("model.json", "tokenizer.json", "ranges.json")) {
      Files.copy(MINI_LM.resolve(file), bundled.resolve(file));
    }
    Path other = own.resolve("onnx/model.onnx");

    assertThatThrownBy(() -> optimiser().optimise("all-MiniLM-L6-v2", Optional.of(other), false))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("is not what all-MiniLM-L6-v2 was made from");
  }

  private void refuses(String... messageParts) {
    assertThatThrownBy(this::optimise)
        .isInstanceOf(UnusableModel.class)
        .hasMessageContainingAll(messageParts);
  }

  private void refusesFrom(Path weights, String... messageParts) {
    assertThatThrownBy(() -> optimiser().optimise("own", Optional.of(weights), false))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContainingAll(messageParts);
  }
}
