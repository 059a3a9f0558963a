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

  /** The next batch is made while one is written. */
  static void fill(PaperIndex index, VectorSet set, Course course) {
    CompletableFuture<List<EmbeddedPaper>> next = made(0, set);
    for (int from = 0; from < set.count(); from += BATCH) {
      List<EmbeddedPaper> batch = next.join();
      next = made(from + BATCH, set);
      index.putEmbedded(batch);
      course.advance(batch.size());
    }
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
