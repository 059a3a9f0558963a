package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
