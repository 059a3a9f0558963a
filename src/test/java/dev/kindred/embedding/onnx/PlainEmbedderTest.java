package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainEmbedderTest {
  private static final ModelCatalog MODELS = new ModelCatalog(Path.of("models"));
  private static final Path GRAPHS = Path.of("target/plain-models");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bge-small-en-v1.5", "e5-small-v2", "all-MiniLM-L6-v2"})
  void itReadsTheSameTokensAndMeansTheSameAsTheEmbedder(String name) {
    String text = "Plants sense drought through their roots. ".repeat(40);
    try (Embedder plain = MODELS.loadPlain(name, graph(name));
        Embedder embedder = MODELS.load(name, 1)) {
      EmbeddedText passage = plain.passage(text);
      EmbeddedText other = embedder.passage(text);
      assertThat(passage.tokens()).isEqualTo(other.tokens());
      assertThat(passage.truncated()).isEqualTo(other.truncated());
      assertThat(passage.embedding().cosine(other.embedding())).isGreaterThan(.97);
      EmbeddedText query = plain.query("drought");
      assertThat(query.tokens()).isEqualTo(embedder.query("drought").tokens());
    }
  }

  @Test
  void aMissingGraphIsNamed() {
    Path missing = Path.of("target/no-such-graph.onnx");
    assertThatThrownBy(() -> MODELS.loadPlain("all-MiniLM-L6-v2", missing))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void whatAModelMultipliesIsReadFromItsGraph() {
    MatrixProducts products = MatrixProducts.of(graph("all-MiniLM-L6-v2"));

    // Six layers of 384 dimensions: four square matrices and two of four times the width; a pooler.
    long layers = 6L * (4 * 384 * 384 + 2 * 384 * 1536);
    assertThat(products.multiplications()).isBetween(layers, layers + 384 * 384);
    assertThat(products.betweenTokens()).isEqualTo(2 * 6);
  }

  @Test
  void anAttentionThatMakesQueriesKeysAndValuesMultipliesByItsWeights() throws IOException {
    WireWriter weights = new WireWriter().number(1, 384).number(1, 1152).text(8, "qkv");
    WireWriter node = new WireWriter().text(1, "states").text(1, "qkv").text(4, "QAttention");
    WireWriter graph = new WireWriter().message(1, node).message(5, weights);
    Path file = folder.resolve("fused.onnx");
    Files.write(file, new WireWriter().message(7, graph).toByteArray());

    assertThat(MatrixProducts.of(file))
        .isEqualTo(new MatrixProducts(List.of(new MatrixProducts.Size(384, 1152)), 2));
  }

  @Test
  void whatIsNoGraphCannotBeRead() {
    Path text = Path.of("models/all-MiniLM-L6-v2/model.json");
    assertThatThrownBy(() -> MatrixProducts.of(text)).isInstanceOf(UnusableModel.class);
  }

  @Test
  void theLimitFallsWithTheLengthOfTheText() {
    ComputeLimit limit = ComputeLimit.measure(graph("all-MiniLM-L6-v2"), 384);
    assertThat(limit.tokensPerCpuSecond(320)).isBetween(1.0, limit.tokensPerCpuSecond(12));
  }

  private static Path graph(String name) {
    return GRAPHS.resolve(name).resolve("model.onnx");
  }
}
