package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusableGraphTest {
  private static final Path MINI_LM = Path.of("models/all-MiniLM-L6-v2");

  @TempDir private Path models;
  private SentenceTransformersExport export;

  @BeforeEach
  void writeAnExport() throws IOException {
    export =
        new SentenceTransformersExport(models.resolve("own"))
            .weightsOf(MINI_LM)
            .pooling("mean", 384)
            .maxTokens(256);
  }

  @Test
  void aFileThatIsNoGraphIsRefused() throws IOException {
    graph("no graph at all".getBytes(StandardCharsets.UTF_8));

    refuses("model.onnx is no graph that ONNX Runtime 1.21.1 can run");
  }

  @Test
  void anInputThatIsNotKnownIsNamed() throws IOException {
    graph(TinyGraph.identity("pixel_values", "last_hidden_state"));

    refuses("the model own wants an input pixel_values that Kindred does not know");
  }

  @Test
  void aGraphThatTakesNoTokensIsRefused() throws IOException {
    graph(TinyGraph.identity("attention_mask", "last_hidden_state"));

    refuses("the model own has no input input_ids; its inputs are attention_mask");
  }

  @Test
  void aGraphWithoutStatesOfItsTokensIsRefused() throws IOException {
    graph(TinyGraph.identity("input_ids", "sentence_embedding"));

    refuses("the model own gives no states of its tokens", "sentence_embedding (1, ");
  }

  @Test
  void aDimensionOtherThanTheCardsIsRefused() throws IOException {
    export.pooling("mean", 768);

    refuses("the model own gives 384 values; ", Path.of("own/1_Pooling/config.json") + " says 768");
  }

  @Test
  void aFileThatIsNoTokenizerIsRefused() throws IOException {
    export.file("tokenizer.json", "{\"model\": 1}");

    refuses("tokenizer.json is no tokenizer that can be run");
  }

  private void graph(byte[] bytes) throws IOException {
    Files.write(models.resolve("own/onnx/model.onnx"), bytes);
  }

  private void refuses(String... messageParts) {
    assertThatThrownBy(() -> new ModelCatalog(models).load("own"))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContainingAll(messageParts);
  }
}
