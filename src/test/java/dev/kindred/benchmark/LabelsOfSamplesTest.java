package dev.kindred.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.benchmark.AskedCollection.Found;
import dev.kindred.embedding.CosineBand;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.paper.Paper;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.paper.json.PaperJson.UnknownFields;
import dev.kindred.search.relevance.CollectionMeasurement;
import dev.kindred.search.relevance.Label;
import dev.kindred.search.relevance.RelevanceEstimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels on a real index of the sample papers, with a real model. */
class LabelsOfSamplesTest {
  private static final Path SAMPLES = Path.of("src/main/resources/samples/papers.jsonl");

  @TempDir private static Path store;
  private static Embedder embedder;
  private static AskedCollection collection;
  private static List<Paper> papers;
  private static RelevanceEstimate estimate;

  @BeforeAll
  static void askTheSamples() throws IOException {
    papers =
        Files.readAllLines(SAMPLES).stream()
            .map(line -> PaperJson.read(line, UnknownFields.REFUSED))
            .toList();
    embedder = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2");
    collection = AskedCollection.of(papers, embedder, store);
    estimate = new RelevanceEstimate(embedder.card().band());
  }

  @AfterAll
  static void close() {
    collection.close();
    embedder.close();
  }

  @Test
  void thePaperOfATitleIsStrong() {
    long strong =
        papers.stream()
            .filter(paper -> {
              Found first = collection.first(1, paper.title()).getFirst();
              return first.id().equals(paper.id()) && label(first) == Label.STRONG;
            })
            .count();
    assertThat(strong).isGreaterThanOrEqualTo(Math.round(.98 * papers.size()));
  }

  @Test
  void noPaperIsStrongForAQuestionOfAnotherField() {
    String question = "does a last will need witnesses to be valid under civil law";

    assertThat(collection.first(10, question))
        .allSatisfy(hit -> assertThat(label(hit)).isEqualTo(Label.WEAK));
  }

  @ParameterizedTest
  @ValueSource(strings = {"how do plants sense drought", "cracks in ice"})
  void aQuestionTheSamplesAnswerIsNeverEmptied(String question) {
    assertThat(estimate.nothingFits(collection.first(1, question).getFirst().evidence())).isFalse();
  }

  @Test
  void theBandOfTheSamplesIsNearTheModels() {
    Optional<CosineBand> own = CollectionMeasurement.take(collection.view(), embedder).band();

    assertThat(own).isPresent();
    assertThat(own.get().noise()).isBetween(.1, .35);
    assertThat(own.get().match()).isBetween(.65, .9);
  }

  private static Label label(Found hit) {
    return estimate.of(hit.evidence()).label();
  }
}
