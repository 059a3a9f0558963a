package dev.kindred.benchmark;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Puts papers that are little more than a vector into an index, through what every index offers.
 */
final class VectorFill {
  private static final int BATCH = 5_000;

  private VectorFill() {}

  private record Batch(List<Paper> papers, List<EmbeddingResult> results) {}

  /**
   * As in an import, vectors of papers are written while the next papers are put; the batch after
   * those is made meanwhile.
   */
  static void fill(PaperIndex index, VectorSet set, Course course) {
    CompletableFuture<Batch> next = made(0, set);
    CompletableFuture<?> recorded = CompletableFuture.completedFuture(0);
    for (int from = 0; from < set.count(); from += BATCH) {
      Batch batch = next.join();
      next = made(from + BATCH, set);
      index.put(batch.papers());
      recorded.join();
      recorded = CompletableFuture.supplyAsync(() -> index.record(batch.results()));
      course.advance(batch.papers().size());
    }
    recorded.join();
  }

  private static CompletableFuture<Batch> made(int from, VectorSet set) {
    return CompletableFuture.supplyAsync(() -> make(from, set));
  }

  private static Batch make(int from, VectorSet set) {
    Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
    for (int i = from; i < Math.min(from + BATCH, set.count()); i++) {
      Paper paper = Paper.of(new PaperId("generated-%08d".formatted(i)), "Paper " + i, "");
      batch.papers().add(paper);
      batch
          .results()
          .add(
              new EmbeddingResult.Succeeded(
                  paper.id(),
                  paper.contentHash(),
                  new EmbeddedText(set.vectors().get(), 1, false)));
    }
    return batch;
  }
}
