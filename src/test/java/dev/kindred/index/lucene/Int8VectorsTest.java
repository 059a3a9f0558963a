package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex.EmbeddedPaper;
import dev.kindred.paper.PaperId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph that is searched by a byte a value. */
class Int8VectorsTest {
  private static final int PAPERS = 21_000;

  @TempDir private Path folder;

  @BeforeEach
  void fill() {
    try (LuceneIndex index = LuceneStore.open(folder, IDENTITY, VectorStorage.INT8)) {
      index.putEmbedded(IntStream.range(0, PAPERS).mapToObj(Int8VectorsTest::embedded).toList());
      index.compact();
      assertThat(index.graph().segments()).isEqualTo(1);
    }
  }

  @Test
  void whatIsFoundIsComparedByTheVectorsAsTheyAre() {
    try (IndexView view = LuceneStore.openReadOnly(folder).view()) {
      for (int i = 0; i < 20; i++) {
        Embedding query = near(i);
        List<Hit> exact = view.nearestExactly(query, 1, Filter.NONE);
        assertThat(view.nearest(query, 1, Filter.NONE)).isEqualTo(exact);
        assertThat(exact.getFirst().id()).isEqualTo(new PaperId("p" + i));
        assertThat(view.vectors(List.of(new PaperId("p" + i))))
            .containsEntry(new PaperId("p" + i), embedding(i));
      }
    }
  }

  @Test
  void aStoreCanGoBackToVectorsAsTheyAre() {
    try (LuceneIndex index = LuceneStore.open(folder, IDENTITY);
        IndexView view = index.view()) {
      assertThat(view.nearest(near(3), 1, Filter.NONE).getFirst().id())
          .isEqualTo(new PaperId("p3"));
    }
  }

  private static EmbeddedPaper embedded(int number) {
    return new EmbeddedPaper(paper("p" + number), new EmbeddedText(embedding(number), 12, false));
  }

  private static Embedding near(int number) {
    float[] values = embedding(number).toArray();
    float[] other = embedding(-1 - number).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += .5f * other[i];
    }
    return Embedding.normalised(values);
  }
}
