package dev.kindred.index;

import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.EmbeddingState.Embedded;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@link PaperIndex} must keep when many write to it at once. */
public abstract class ConcurrencyContract extends IndexedPapers {
  private static final int WRITERS = 4;
  private static final int STEPS = 40;

  /** Each writer owns some ids, so that it knows what must become of them. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  @Timeout(120)
  void manyWritersAndAnEmbedderEndWhereAPlainMapDoes(long seed) throws Exception {
    CompletableFuture<Void> written = new CompletableFuture<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> embedder = threads.submit(() -> embedUntil(written));
      List<Future<Map<PaperId, Paper>>> writers =
          IntStream.range(0, WRITERS)
              .mapToObj(writer -> threads.submit(() -> write(writer, new Random(seed + writer))))
              .toList();
      Map<PaperId, Paper> expected = new HashMap<>();
      for (Future<Map<PaperId, Paper>> writer : writers) {
        expected.putAll(writer.get());
      }
      written.complete(null);
      embedder.get(60, TimeUnit.SECONDS);

      try (IndexView view = index.view()) {
        assertThat(view.listAfter(Optional.empty(), 1_000))
            .containsExactlyInAnyOrderElementsOf(expected.values());
        assertThat(view.counts()).isEqualTo(new Counts(expected.size(), expected.size(), 0, 0, 0));
        assertThat(view.vectors(expected.keySet())).isEqualTo(embeddings(expected));
      }
    }
  }

  private Map<PaperId, Paper> write(int writer, Random random) {
    Map<PaperId, Paper> model = new HashMap<>();
    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(4) == 0) {
        PaperId id = someId(writer, random);
        assertThat(index.delete(id)).isEqualTo(model.remove(id) != null);
      } else {
        List<Paper> papers = somePapers(writer, random);
        index.put(papers);
        papers.forEach(paper -> model.put(paper.id(), paper));
      }
    }
    return model;
  }

  private static List<Paper> somePapers(int writer, Random random) {
    List<Paper> papers = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      String title = "Title " + random.nextInt(50);
      papers.add(paper(someId(writer, random).value(), title, "abstract"));
    }
    return papers;
  }

  private static PaperId someId(int writer, Random random) {
    return new PaperId("w%d/%d".formatted(writer, random.nextInt(20)));
  }

  /** Ends when all is written and nothing waits any more. */
  private void embedUntil(CompletableFuture<Void> written) {
    boolean last = false;
    while (!last) {
      boolean noMoreComes = written.isDone();
      List<Paper> papers = index.pending(8, _ -> true);
      List<EmbeddingResult> results = papers.stream().map(Samples::embedded).toList();
      assertThat(index.record(results)).isBetween(0, results.size());
      last = noMoreComes && papers.isEmpty();
    }
  }

  private static Map<PaperId, Embedding> embeddings(Map<PaperId, Paper> papers) {
    Map<PaperId, Embedding> embeddings = new HashMap<>();
    papers.forEach((id, paper) -> embeddings.put(id, embedding(paper)));
    return embeddings;
  }

  @ParameterizedTest
  @ValueSource(longs = {3})
  @Timeout(60)
  void everyViewAgreesWithItself(long seed) throws Exception {
    CompletableFuture<Void> written = new CompletableFuture<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> embedder = threads.submit(() -> embedUntil(written));
      Future<Map<PaperId, Paper>> writer = threads.submit(() -> write(0, new Random(seed)));
      while (!writer.isDone()) {
        assertAgreement();
      }
      written.complete(null);
      writer.get();
      embedder.get();
    }
  }

  private void assertAgreement() {
    try (IndexView view = index.view()) {
      List<Paper> papers = view.listAfter(Optional.empty(), 1_000);
      assertThat(view.counts().papers()).isEqualTo(papers.size());
      assertThat(view.count(Filter.NONE)).isEqualTo(papers.size());
      List<PaperId> ids = papers.stream().map(Paper::id).toList();
      assertThat(view.nearest(embedding(1), 1_000, Filter.NONE)).hasSize(view.counts().embedded());
      Map<PaperId, Embedding> vectors = view.vectors(ids);
      for (Paper paper : papers) {
        boolean embedded = view.get(paper.id()).orElseThrow().state() instanceof Embedded;
        assertThat(vectors.get(paper.id())).isEqualTo(embedded ? embedding(paper) : null);
      }
    }
  }
}
