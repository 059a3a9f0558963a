package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.ModelIdentity.Compatible;
import dev.kindred.embedding.onnx.ModelOptimiser.Outcome;
import dev.kindred.embedding.onnx.graph.BertExport;
import dev.kindred.embedding.onnx.graph.TinyBert;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A model once its graph is rebuilt: what it is, and what of its files is not run. */
class OptimisedModelTest extends OptimisedModels {
  @Test
  void theIdentityNamesTheWeightsAsExportedAndTheRecipe() {
    Compatible before = identity();
    optimise();
    Compatible after = identity();

    assertThat(before.recipe()).isEqualTo("as published");
    assertThat(after.recipe()).isEqualTo(BertExport.RECIPE);
    assertThat(after.weightsSha256()).isEqualTo(before.weightsSha256());
  }

  private Compatible identity() {
    try (Embedder embedder = load()) {
      return embedder.identity().compatible();
    }
  }

  @Test
  void weightsThatChangedSinceAreNotRunWithTheOldGraph() throws IOException {
    optimise();
    graph(TinyBert.withSeed(2));

    assertThatThrownBy(this::load)
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("has changed since the graph was rebuilt from it")
        .hasMessageContaining("kindred models optimise");
  }

  @Test
  void weightsElsewhereMayBeNamedAndAreTheModelsFromThenOn() throws IOException {
    Path other = Files.write(models.resolve("full.onnx"), TinyBert.withSeed(2));
    String before = identity().weightsSha256();

    optimiser().optimise("own", Optional.of(other), false);

    assertThat(identity().weightsSha256())
        .isNotEqualTo(before)
        .isEqualTo(Sha256.of(List.of(other)));
    Files.write(other, TinyBert.withSeed(3));
    assertThatThrownBy(this::load).hasMessageContaining("full.onnx has changed since");
    Files.delete(other);
    load().close();
  }

  @Test
  void aDamagedGraphIsFoundBeforeItIsRun() throws IOException {
    optimise();
    byte[] graph = Files.readAllBytes(own.resolve("optimised.onnx"));
    graph[graph.length / 2] ^= 1;
    Files.write(own.resolve("optimised.onnx"), graph);

    assertThatThrownBy(this::load)
        .hasMessageContainingAll("optimised.onnx is damaged", "run kindred models optimise own");
    assertThat(optimise()).isInstanceOf(Outcome.Rebuilt.class);
  }

  /** As when the process was killed between the graph and its note. */
  @Test
  void aGraphNewerThanItsNoteIsRefusedAndOptimisingAgainMendsIt() throws IOException {
    optimise();
    byte[] note = Files.readAllBytes(own.resolve("optimised.json"));
    graph(TinyBert.withSeed(2));
    optimiser().optimise("own", Optional.empty(), true);
    Files.write(own.resolve("optimised.json"), note);

    assertThatThrownBy(this::load).hasMessageContaining("run kindred models optimise own");
    optimise();
    load().close();
  }

  @Test
  void aGraphThatIsMissingIsNamedWithWhatMakesItAnew() throws IOException {
    optimise();
    Files.delete(own.resolve("optimised.onnx"));

    assertThatThrownBy(this::load)
        .isInstanceOf(UnusableModel.class)
        .hasMessageContainingAll(
            "optimised.onnx is missing",
            "run kindred models optimise own",
            "delete optimised.json to use the graph as exported");
    Files.delete(own.resolve("optimised.json"));
    load().close();
  }

  @Test
  void aListReadsTheFilesWhoseSumsAreKnownAndNoOthers() throws IOException {
    optimise();
    Files.write(own.resolve("tokenizer.json"), new byte[1]);
    assertThat(new ModelCatalog(models).list()).first().isInstanceOf(ListedModel.Usable.class);

    graph(TinyBert.withSeed(2));
    assertThat(new ModelCatalog(models).list()).first().isInstanceOf(ListedModel.Unusable.class);
  }
}
