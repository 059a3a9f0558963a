package dev.kindred.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.ArxivPapers;
import dev.kindred.benchmark.IndexReport.Point;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.index.lucene.BareGraph;
import dev.kindred.index.lucene.LuceneIndex;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedVectorsTest {
  private static final int TITLES = 6_000;
  private static final int QUERIES = 300;

  @TempDir private Path folder;

  @Test
  void theSameSeedMakesTheSameVectors() {
    List<Embedding> base = GeneratedVectors.synthetic(16, 1);
    GeneratedVectors one = new GeneratedVectors(base, 5);
    GeneratedVectors same = new GeneratedVectors(base, 5);
    GeneratedVectors other = new GeneratedVectors(base, 6);

    Embedding first = one.next();
    assertThat(same.next()).isEqualTo(first);
    assertThat(other.next()).isNotEqualTo(first);
    assertThat(one.next()).isNotEqualTo(first);
  }

  @Test
  void aGeneratedVectorIsNearTheOneItIsMadeOf() {
    List<Embedding> base = GeneratedVectors.synthetic(384, 1).subList(0, 3);
    GeneratedVectors generated = new GeneratedVectors(base, 1);

    for (int i = 0; i < 6; i++) {
      assertThat(generated.next().cosine(base.get(i % 3))).isBetween(.84, 1.0);
    }
  }

  @Test
  void queriesAreKeptOutOfTheIndexAndTheRestComesFirst() {
    List<Embedding> base = GeneratedVectors.synthetic(16, 1).subList(0, 100);
    VectorSet set = VectorSet.of(base, 150, 20, false, 1);
    List<Embedding> vectors = Stream.generate(set.vectors()).limit(150).toList();

    assertThat(set.real()).isEqualTo(80);
    assertThat(base).containsAll(vectors.subList(0, 80)).containsAll(set.queries());
    assertThat(vectors).doesNotContainAnyElementsOf(set.queries());
    assertThat(base).doesNotContainAnyElementsOf(vectors.subList(80, 150));
  }

  @Test
  void aBaseThatIsTooSmallForTheQueriesIsRefused() {
    List<Embedding> base = GeneratedVectors.synthetic(16, 1).subList(0, 30);

    assertThatThrownBy(() -> VectorSet.of(base, 10, 20, false, 1))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("20 queries need 40");
  }

  /** Of titles, which are embedded in a tenth of the time of abstracts. */
  @Test
  void generatedVectorsAreAsHardToSearchAsReal() throws IOException {
    List<Embedding> base;
    ModelIdentity identity;
    try (Embedder embedder = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2")) {
      base =
          ArxivPapers.all().subList(0, TITLES + QUERIES).parallelStream()
              .map(paper -> embedder.passage(paper.title()).embedding())
              .toList();
      identity = embedder.identity();
    }
    List<Point> real = curve(VectorSet.of(base, TITLES, QUERIES, false, 1), identity, "real");
    List<Point> generated = curve(VectorSet.of(base, TITLES, QUERIES, true, 1), identity, "other");

    assertThat(real.getFirst().visited()).as("a graph is searched").isLessThan(TITLES);
    for (int i = 0; i < real.size(); i++) {
      assertThat(generated.get(i).recall())
          .as("recall at ef %d", real.get(i).breadth())
          .isCloseTo(real.get(i).recall(), within(.01));
    }
  }

  private List<Point> curve(VectorSet set, ModelIdentity identity, String name) {
    try (LuceneIndex index = LuceneStore.open(folder.resolve(name), identity)) {
      BareGraph graph = index.graph();
      return new IndexBenchmark(index, index::settle, new OfLucene(graph), new Course())
          .run(set)
          .curve();
    }
  }

  private record OfLucene(BareGraph graph) implements Graph {
    @Override
    public int breadth(int limit) {
      return BareGraph.breadth(limit);
    }

    @Override
    public int segments() {
      return graph.segments();
    }

    @Override
    public long visited(Embedding query, int limit, int breadth) {
      return graph.visited(query, limit, breadth);
    }

    @Override
    public List<PaperId> nearest(Embedding query, int limit, int breadth) {
      return graph.nearest(query, limit, breadth);
    }
  }
}
