package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.onnx.graph.BertExport;
import dev.kindred.embedding.onnx.graph.LayerMagnitudes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledGraphTest {
  private static final Path MODELS = Path.of("models");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bge-small-en-v1.5", "e5-small-v2", "all-MiniLM-L6-v2"})
  void aBundledGraphIsWhatItsCardSaysAndOfTheRecipeInUse(String name) {
    InstalledModel model = PublishedModel.read(MODELS.resolve(name));

    model.checkSeals();

    assertThat(model.origin().orElseThrow().recipe()).isEqualTo(BertExport.RECIPE);
  }

  @Test
  void theKeptFiguresAndTheWeightsGiveTheVeryBytesOfTheCard() throws IOException {
    Path model = MODELS.resolve("all-MiniLM-L6-v2");
    JsonFile card = JsonFile.read(model.resolve("model.json"));
    BertExport weights = BertExport.read(Path.of("target/fp32/all-MiniLM-L6-v2/model.onnx"));
    List<LayerMagnitudes> figures =
        RangesFile.in(model).read(PublishedModel.weights(card).sha256()).orElseThrow();

    Path made = folder.resolve("made.onnx");
    weights.writeRebuilt(figures, PublishedModel.card(model, card).pooling(), made);

    assertThat(FileSeal.of(made)).isEqualTo(PublishedModel.seal(card, "model.onnx"));
  }
}
