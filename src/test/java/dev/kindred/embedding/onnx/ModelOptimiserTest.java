package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.onnx.ModelOptimiser.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rebuilds small models with random weights; the model as exported is what they are held to. */
class ModelOptimiserTest extends OptimisedModels {
  @ParameterizedTest
  @ValueSource(strings = {"mean", "cls"})
  void aRebuiltGraphGivesWhatTheExportGives(String pooling) throws IOException {
    export(pooling);
    List<String> texts = Questions.PAIRS.stream().map(Questions.Pair::passage).toList();
    try (Embedder before = load()) {
      assertThat(optimise()).isInstanceOf(Outcome.Rebuilt.class);
      try (Embedder after = load()) {
        Agreement agreement =
            Agreement.of(
                texts,
                text -> before.passage(text).embedding(),
                text -> after.passage(text).embedding());
        assertThat(agreement.mean()).isGreaterThan(.999);
        assertThat(agreement.min()).isGreaterThan(.998);
      }
    }
    assertThat(progress)
        .anyMatch(step -> step.startsWith("calibrating on 7 texts"))
        .anyMatch(step -> step.startsWith("checking on 3 texts and 10 queries"));
  }

  @Test
  void theSameWeightsAndFiguresGiveTheSameBytes() throws IOException {
    optimise();
    byte[] first = Files.readAllBytes(own.resolve("optimised.onnx"));
    Files.delete(own.resolve("optimised.onnx"));

    assertThat(optimise()).isInstanceOf(Outcome.Rebuilt.class);

    assertThat(own.resolve("optimised.onnx")).hasBinaryContent(first);
  }

  @Test
  void figuresThatAreThereAreUsedUntilTheyAreToBeMeasuredAgain() throws IOException {
    optimise();
    progress.clear();
    Files.delete(own.resolve("optimised.onnx"));
    optimise();
    assertThat(progress).noneMatch(step -> step.startsWith("calibrating"));

    optimiser().optimise("own", Optional.empty(), true);
    assertThat(progress).anyMatch(step -> step.startsWith("calibrating"));
  }

  @Test
  void aGraphThatIsThereIsLeftAlone() {
    optimise();

    assertThat(optimise()).isEqualTo(new Outcome.Unchanged(own.resolve("optimised.onnx")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"calibrating", "checking"})
  void whoStopsItLeavesTheModelAsItWas(String step) throws IOException {
    Map<String, Long> before = files();
    isStopped = steps -> !steps.isEmpty() && steps.getLast().startsWith(step);

    assertThatThrownBy(this::optimise).isInstanceOf(CancellationException.class);

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndNothingElse() throws IOException {
    long running = ProcessHandle.current().parent().orElseThrow().pid();
    String others = ".optimising-%d-graph".formatted(running);
    for (String file : List.of(".optimising-999999999-tapped", others, ".optimising-mine")) {
      Files.createFile(own.resolve(file));
    }
    Map<String, Long> before = files();
    before.remove(".optimising-999999999-tapped");

    optimise();

    assertThat(files())
        .containsAllEntriesOf(before)
        .hasSize(before.size() + 3)
        .containsKeys("optimised.onnx", "optimised.json", "ranges.json");
  }
}
