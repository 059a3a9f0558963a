package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.ArxivPapers;
import dev.kindred.Waiting;
import dev.kindred.benchmark.Course;
import dev.kindred.benchmark.IndexBenchmark;
import dev.kindred.benchmark.IndexReport.Point;
import dev.kindred.benchmark.VectorSet;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.index.lucene.BareGraph;
import dev.kindred.index.lucene.LuceneIndex;
import dev.kindred.index.lucene.LuceneStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedGraphTest {
  private static final int QUERIES = 1_500;
  private static final double TOLERANCE = .01;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path folder;

  /** Of titles, which are embedded in a tenth of the time of abstracts. */
  @Test
  @Tag("slow")
  void generatedVectorsAreAsHardToSearchAsReal() throws IOException {
    List<Embedding> base;
    ModelIdentity identity;
    try (Embedder embedder = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2")) {
      base =
          ArxivPapers.all().parallelStream()
              .map(paper -> embedder.passage(paper.title()).embedding())
              .toList();
      identity = embedder.identity();
    }
    int vectors = base.size() - QUERIES;
    List<Point> real = curve(VectorSet.of(base, vectors, QUERIES, false, 1), identity, "real");
    List<Point> generated = curve(VectorSet.of(base, vectors, QUERIES, true, 1), identity, "other");

    assertThat(real.getFirst().visited()).as("a graph is searched").isLessThan(vectors);
    for (int i = 0; i < real.size(); i++) {
      assertThat(generated.get(i).recall())
          .as("recall at ef %d", real.get(i).breadth())
          .isCloseTo(real.get(i).recall(), within(TOLERANCE));
    }
  }

  /** Merged by the one thread of the background, which leaves least to chance. */
  private List<Point> curve(VectorSet set, ModelIdentity identity, String name) {
    try (LuceneIndex index = LuceneStore.open(folder.resolve(name), identity)) {
      BareGraph graph = index.graph();
      Runnable compact =
          () -> Waiting.until("one segment is left", PATIENCE, () -> graph.segments() == 1);
      return new IndexBenchmark(index, compact, new LuceneGraph(graph), new Course())
          .run(set)
          .curve();
    }
  }
}
