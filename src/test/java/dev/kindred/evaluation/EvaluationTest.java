package dev.kindred.evaluation;

import static dev.kindred.search.SearchMode.HYBRID;
import static dev.kindred.search.SearchMode.LEXICAL;
import static dev.kindred.search.SearchMode.SEMANTIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.evaluation.Evaluation.Phase;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.PaperId;
import dev.kindred.search.SearchMode;
import dev.kindred.search.ranking.RankingMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class EvaluationTest {
  private Embedder model;
  @TempDir private Path cacheFolder;
  private JudgedCollection collection;
  private CachedEmbedder embedder;
  private PaperIndex index;

  @BeforeAll
  void loadModel() throws IOException {
    model = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2");
    collection = BeirFolder.read(SampleFolder.PATH, Optional.empty());
  }

  @AfterAll
  void closeModel() {
    model.close();
  }

  @BeforeEach
  void open(@TempDir Path store) {
    embedder = CachedEmbedder.over(model, cacheFolder);
    index = LuceneStore.open(store.resolve("store"), model.identity());
  }

  @AfterEach
  void close() {
    index.close();
    embedder.close();
  }

  private Evaluation evaluation() {
    return new Evaluation(collection, index, embedder, RankingMethod.FEEDBACK);
  }

  private static EvaluationPlan plan(SearchMode... modes) {
    return new EvaluationPlan(List.of(modes), Optional.empty(), 1, LuceneStore.SCANNED_AT_MOST);
  }

  @Test
  void modesAreMeasuredSideBySideInTheOrderOfReports() {
    Report report = evaluation().run(plan(HYBRID, LEXICAL, SEMANTIC)).orElseThrow();

    assertThat(report.modes())
        .extracting(ModeResult::mode)
        .containsExactly(SEMANTIC, LEXICAL, HYBRID);
    ModeResult semantic = report.modes().getFirst();
    assertThat(semantic.queries()).hasSize(5);
    RankedQuery bells = semantic.queries().get(3);
    assertThat(bells.query().text()).isEqualTo("medieval bells");
    assertThat(bells.top().getFirst()).isEqualTo(new PaperId("bell"));
    assertThat(bells.scores()).isEqualTo(new Scores(1, 1, 1));
    assertThat(semantic.queries().get(2).scores().recall())
        .as("of three, one is not in the corpus")
        .isCloseTo(2 / 3., within(1e-9));
    assertThat(report.model()).isEqualTo("all-MiniLM-L6-v2");
    assertThat(report.comparison())
        .hasValueSatisfying(comparison -> assertThat(comparison.modes().first()).isEqualTo(HYBRID));
    assertThat(report.neighbours()).contains(new NeighbourRecall(1, false));
  }

  @Test
  void aSecondRunGivesTheSameReportFromTheCache(@TempDir Path other) throws IOException {
    Report first = evaluation().run(plan(HYBRID, LEXICAL, SEMANTIC)).orElseThrow();
    long size = cacheSize();
    try (PaperIndex again = LuceneStore.open(other.resolve("store"), model.identity());
        CachedEmbedder reopened = CachedEmbedder.over(model, cacheFolder)) {
      Evaluation second = new Evaluation(collection, again, reopened, RankingMethod.FEEDBACK);
      assertThat(second.run(plan(HYBRID, LEXICAL, SEMANTIC))).contains(first);
    }
    assertThat(cacheSize()).isEqualTo(size);
  }

  private long cacheSize() throws IOException {
    try (Stream<Path> files = Files.list(cacheFolder)) {
      return Files.size(files.findFirst().orElseThrow());
    }
  }

  @Test
  void wordsAloneNeedNoVectors() {
    Report report = evaluation().run(plan(LEXICAL)).orElseThrow();
    assertThat(report.neighbours()).isEmpty();
    assertThat(report.comparison()).isEmpty();
    assertThat(report.remarks()).doesNotContainKey(Remark.PAPERS_NOT_EMBEDDED);
    try (IndexView view = index.view()) {
      assertThat(view.counts().embedded()).isZero();
      assertThat(view.counts().papers()).isEqualTo(10);
    }
  }

  @Test
  void namedModesAreComparedInTheirOrder() {
    EvaluationPlan plan =
        new EvaluationPlan(
            List.of(SEMANTIC, LEXICAL, HYBRID),
            Optional.of(new ModePair(LEXICAL, SEMANTIC)),
            1,
            LuceneStore.SCANNED_AT_MOST);
    Report report = evaluation().run(plan).orElseThrow();
    Comparison comparison = report.comparison().orElseThrow();
    assertThat(comparison.difference())
        .isEqualTo(report.modes().get(1).mean().ndcg() - report.modes().getFirst().mean().ndcg());
    assertThat(comparison.interval().from()).isLessThanOrEqualTo(comparison.difference());
    assertThat(comparison.interval().to()).isGreaterThanOrEqualTo(comparison.difference());
  }

  @Test
  void whatIsStoppedGivesNoReport() {
    Evaluation evaluation = evaluation();
    evaluation.stop();
    assertThat(evaluation.run(plan(SEMANTIC))).isEmpty();
  }

  @Test
  void inTheEndEveryQueryHasBeenAskedAndItsNeighboursCompared() {
    Evaluation evaluation = evaluation();
    assertThat(evaluation.progress()).isEqualTo(new Evaluation.Progress(Phase.STORING, 0, 0));
    assertThat(evaluation.run(plan(LEXICAL))).isPresent();
    assertThat(evaluation.progress()).isEqualTo(new Evaluation.Progress(Phase.ASKING, 5, 5));
    Evaluation withVectors = evaluation();
    assertThat(withVectors.run(plan(LEXICAL, HYBRID))).isPresent();
    assertThat(withVectors.progress()).isEqualTo(new Evaluation.Progress(Phase.COMPARING, 5, 5));
  }

  @Test
  void anotherModelHasAnotherFileOfEmbeddings(@TempDir Path folder) throws IOException {
    try (Embedder other = new ModelCatalog(Path.of("models")).load("e5-small-v2", 1);
        CachedEmbedder one = CachedEmbedder.over(model, folder);
        CachedEmbedder two = CachedEmbedder.over(other, folder)) {
      one.passage("moss");
      assertThat(two.known("moss")).isEmpty();
      two.passage("moss");
      assertThat(one.known("moss")).contains(model.passage("moss").embedding());
      assertThat(two.known("moss")).contains(other.passage("moss").embedding());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aTextThatSearchesIsKeptApartFromTheSameTextThatIsSearchedFor(@TempDir Path folder) {
    try (CachedEmbedder cached = CachedEmbedder.over(model, folder)) {
      cached.query("moss");
      assertThat(cached.known("moss")).isEmpty();
      assertThat(cached.query("moss").embedding()).isEqualTo(model.query("moss").embedding());
    }
  }
}
