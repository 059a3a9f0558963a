package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.DIMENSION;
import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.inCategories;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.Samples;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The graph against the exact scan, on more vectors than are always scanned. */
@TestInstance(Lifecycle.PER_CLASS)
class LuceneNearestTest {
  private static final int PAPERS = 30_000;
  private static final int CLUSTERS = 300;
  private static final int DELETED = 1_000;

  private final Random random = new Random(20_261_123);
  private final List<float[]> centres =
      IntStream.range(0, CLUSTERS).mapToObj(_ -> gaussian(1)).toList();
  private LuceneIndex index;
  private IndexView view;

  @BeforeAll
  void fill(@TempDir Path folder) {
    index = LuceneStore.open(folder, IDENTITY);
    for (int start = 0; start < PAPERS; start += 3_000) {
      List<Paper> papers =
          IntStream.range(start, start + 3_000).mapToObj(LuceneNearestTest::numbered).toList();
      index.put(papers);
      index.record(papers.stream().map(paper -> Samples.embedded(paper, clustered())).toList());
    }
    for (int i = 0; i < DELETED; i += 100) {
      index.delete(numbered(i).id());
    }
    assertThat(index.graph().segments()).as("papers in bulk are left in parts").isGreaterThan(1);
    index.compact();
    view = index.view();
  }

  @AfterAll
  void close() {
    view.close();
    index.close();
  }

  @Test
  void theGraphFindsNearlyAllOfTheTrueTen() {
    assertThat(index.graph().segments()).isEqualTo(1);
    assertThat(recallAtTen(Filter.NONE)).isGreaterThanOrEqualTo(.98);
  }

  @Test
  void itIsSearchedAsWideAsThisCollectionNeeds() {
    assertThat(index.graph().breadth(10)).isLessThan(GraphBreadth.UNMEASURED);
    assertThat(index.graph().visited(clustered(), 10, index.graph().breadth(10)))
        .isLessThan(PAPERS / 4);
  }

  @Test
  void theGraphFindsThemBehindAWideFilter() {
    Filter wide = category("most");
    assertThat(view.count(wide)).isGreaterThan(VectorReading.SCANNED_BEHIND_A_FILTER);

    assertThat(recallAtTen(wide)).isGreaterThanOrEqualTo(.95);
  }

  @Test
  void aNarrowFilterIsExact() {
    assertThat(recallAtTen(category("few"))).isEqualTo(1);
  }

  @Test
  void scoresAreTheSameByEveryWay() {
    Embedding query = clustered();
    List<Hit> hits = view.nearest(query, 50, Filter.NONE);
    List<PaperId> ids = hits.stream().map(Hit::id).toList();

    Map<PaperId, Double> scores = view.scores(ids, query);
    assertThat(scores).isEqualTo(hits.stream().collect(Collectors.toMap(Hit::id, Hit::score)));
    view.vectors(ids)
        .forEach((id, vector) ->
            assertThat(scores.get(id)).isCloseTo(query.cosine(vector), within(1e-6)));
  }

  @Test
  void evenAVeryLongListIsFull() {
    assertThat(view.nearest(clustered(), 1_400, Filter.NONE)).hasSize(1_400);
    assertThat(view.nearest(clustered(), 12_345, Filter.NONE)).hasSize(12_345);
    assertThat(view.nearest(clustered(), PAPERS * 2, Filter.NONE))
        .hasSize(view.counts().embedded());
  }

  private double recallAtTen(Filter filter) {
    int queries = 100;
    int found = 0;
    for (int i = 0; i < queries; i++) {
      Embedding query = clustered();
      Set<Hit> truth = new HashSet<>(view.nearestExactly(query, 10, filter));
      List<Hit> hits = view.nearest(query, 10, filter);
      assertThat(hits).hasSize(10);
      found += (int) hits.stream().filter(truth::contains).count();
    }
    return found / (10.0 * queries);
  }

  private static Paper numbered(int number) {
    String id = "p" + number;
    return number % 20 == 0
        ? inCategories(paper(id), "few")
        : inCategories(paper(id), "most", "number" + number % 7);
  }

  private Embedding clustered() {
    float[] values = gaussian(.6f);
    float[] centre = centres.get(random.nextInt(CLUSTERS));
    for (int i = 0; i < values.length; i++) {
      values[i] += centre[i];
    }
    return Embedding.normalised(values);
  }

  private float[] gaussian(float deviation) {
    float[] values = new float[DIMENSION];
    for (int i = 0; i < values.length; i++) {
      values[i] = deviation * (float) random.nextGaussian();
    }
    return values;
  }

  private static Filter category(String name) {
    return new Filter.Category(name);
  }
}
