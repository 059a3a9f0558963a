package dev.kindred.benchmark;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddedPaper;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Puts papers that are little more than a vector into an index, through what every index offers.
 */
final class VectorFill {
  private static final int BATCH = 10_000;

  private VectorFill() {}

  /** While one batch is written, the next waits for it, and the one after that is made. */
  static void fill(PaperIndex index, VectorSet set, Course course) {
    CompletableFuture<List<EmbeddedPaper>> next = made(0, set);
    CompletableFuture<?> written = CompletableFuture.completedFuture(0);
    for (int from = 0; from < set.count(); from += BATCH) {
      List<EmbeddedPaper> batch = next.join();
      next = made(from + BATCH, set);
      CompletableFuture<?> before = written;
      written = CompletableFuture.supplyAsync(() -> index.putEmbedded(batch));
      before.join();
      course.advance(batch.size());
    }
    written.join();
  }

  private static CompletableFuture<List<EmbeddedPaper>> made(int from, VectorSet set) {
    return CompletableFuture.supplyAsync(() -> make(from, set));
  }

  private static List<EmbeddedPaper> make(int from, VectorSet set) {
    List<EmbeddedPaper> batch = new ArrayList<>();
    for (int i = from; i < Math.min(from + BATCH, set.count()); i++) {
      Paper paper = Paper.of(new PaperId("generated-%08d".formatted(i)), "Paper " + i, "");
      batch.add(new EmbeddedPaper(paper, new EmbeddedText(set.vectors().get(), 1, false)));
    }
    return batch;
  }
}
