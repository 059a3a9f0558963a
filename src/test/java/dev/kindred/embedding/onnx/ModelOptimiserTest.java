package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.ModelIdentity.Compatible;
import dev.kindred.embedding.onnx.ModelOptimiser.Outcome;
import dev.kindred.embedding.onnx.ModelOptimiser.Samples;
import dev.kindred.embedding.onnx.graph.BertExport;
import dev.kindred.embedding.onnx.graph.TinyBert;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rebuilds small models with random weights; the model as exported is what they are held to. */
class ModelOptimiserTest {
  private static final Path MINI_LM = Path.of("models/all-MiniLM-L6-v2");
  private static final Samples SAMPLES =
      new Samples(
          Questions.PAIRS.stream().map(Questions.Pair::passage).limit(7).toList(),
          Questions.PAIRS.stream().map(Questions.Pair::passage).skip(7).toList(),
          Questions.PAIRS.stream().map(Questions.Pair::question).toList());

  @TempDir private Path models;
  private Path own;
  private final List<String> progress = new ArrayList<>();
  private Predicate<List<String>> isStopped = _ -> false;

  @BeforeEach
  void writeAnExport() throws IOException {
    own = models.resolve("own");
    export("mean");
    graph(TinyBert.withSeed(1));
  }

  private void export(String pooling) throws IOException {
    new SentenceTransformersExport(own)
        .file("tokenizer.json", Files.readString(MINI_LM.resolve("tokenizer.json")))
        .pooling(pooling, TinyBert.CHANNELS)
        .maxTokens(128);
  }

  private void graph(byte[] graph) throws IOException {
    Files.createDirectories(own.resolve("onnx"));
    Files.write(own.resolve("onnx/model.onnx"), graph);
  }

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

  private Outcome optimise() {
    return optimiser().optimise("own", Optional.empty(), false);
  }

  private ModelOptimiser optimiser() {
    return new ModelOptimiser(
        models, models.resolve("none"), SAMPLES, progress::add, () -> isStopped.test(progress));
  }

  private Embedder load() {
    return new ModelCatalog(models).load("own", 2);
  }

  private Map<String, Long> files() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(own)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sizes.put(own.relativize(file).toString(), Files.size(file));
      }
    }
    return sizes;
  }
}
