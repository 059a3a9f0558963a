package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.onnx.SentenceTransformersExport;
import dev.kindred.embedding.onnx.graph.TinyBert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptimiseCommandTest {
  @Test
  void bundledGraphsThatAreThereAreLeftAlone() {
    CommandRun run = CommandRun.of("models", "optimise", "all-MiniLM-L6-v2", "bge-small-en-v1.5");

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            Path.of("models/all-MiniLM-L6-v2/model.onnx") + " is there already",
            Path.of("models/bge-small-en-v1.5/model.onnx") + " is there already");
  }

  @Test
  void anUnknownModelIsAnsweredWithThoseThereAre() {
    CommandRun run = CommandRun.of("models", "optimise", "nothing");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("there is no model \"nothing\"", "bge-small-en-v1.5");
  }

  @Test
  void oneFileIsNotForTwoModels() {
    CommandRun run =
        CommandRun.of("models", "optimise", "one", "two", "--from", "models/none.onnx");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--from is one file and there are 2 models");
  }

  @Test
  void aFolderOfWeightsIsForAnExportOfOnesOwnAsWell(@TempDir Path models, @TempDir Path weights)
      throws IOException {
    Path own = models.resolve("own");
    new SentenceTransformersExport(own)
        .weightsOf(Path.of("models/all-MiniLM-L6-v2"))
        .pooling("mean", TinyBert.CHANNELS)
        .maxTokens(128);
    Path full = Files.createDirectory(weights.resolve("own")).resolve("model.onnx");
    Files.write(full, TinyBert.withSeed(1));

    CommandRun run =
        CommandRun.of(
            "models", "optimise", "own", "--models", models.toString(), "--from", weights + "");

    assertThat(run.err()).contains("reading " + full);
    assertThat(run.exitCode()).isZero();
    assertThat(own.resolve("optimised.json")).content().contains(full.toString());
  }

  @Test
  void aNameIsNeeded() {
    CommandRun run = CommandRun.of("models", "optimise");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("NAME");
  }

  @Test
  void helpTellsPurposeOptionsExitCodesAndAnExample() {
    CommandRun help = CommandRun.of("models", "optimise", "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("Usage: kindred models optimise", "Options:", "Exit codes:", "Examples:");
    assertThat(CommandRun.of("models", "--help").out()).contains("optimise");
  }
}
