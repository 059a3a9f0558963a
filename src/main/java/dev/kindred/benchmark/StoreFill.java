package dev.kindred.benchmark;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.EmbeddingFailed;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.Workers;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddedPaper;
import dev.kindred.paper.Paper;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Puts papers into an index, with their vectors at once. */
public final class StoreFill {
  private static final int BATCH = 1_000;

  private StoreFill() {}

  /**
   * Embeds them on as many threads as the embedder has workers; leaves out a paper of which that
   * fails.
   *
   * @throws CancellationException if it is to end before
   */
  public static void fill(PaperIndex index, List<Paper> papers, Embedder embedder, Course course) {
    course.begin("embedding", papers.size(), "papers");
    Workers workers = new Workers(embedder.workers());
    for (int from = 0; from < papers.size(); from += BATCH) {
      List<Paper> batch = papers.subList(from, Math.min(from + BATCH, papers.size()));
      index.putEmbedded(
          workers.each(batch, paper -> embedded(paper, embedder, course)).stream()
              .flatMap(Optional::stream)
              .toList());
    }
  }

  private static Optional<EmbeddedPaper> embedded(Paper paper, Embedder embedder, Course course) {
    course.advance(1);
    try {
      return Optional.of(new EmbeddedPaper(paper, embedder.passage(PassageText.of(paper))));
    } catch (EmbeddingFailed failed) {
      return Optional.empty();
    }
  }
}
