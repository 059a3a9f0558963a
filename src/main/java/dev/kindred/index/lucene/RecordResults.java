package dev.kindred.index.lucene;

import dev.kindred.index.EmbeddingState;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Keeps the results whose papers have not changed since; answers how many. */
record RecordResults(List<EmbeddingResult> results) implements Operation<Integer> {
  @Override
  public int size() {
    return results.size();
  }

  @Override
  public Integer applyTo(PaperTable table) throws IOException {
    int counted = 0;
    for (EmbeddingResult result : results) {
      Optional<StoredPaper> changed = afterResult(result, table);
      if (changed.isPresent()) {
        table.store(changed.get());
        counted++;
      }
    }
    return counted;
  }

  private static Optional<StoredPaper> afterResult(EmbeddingResult result, PaperTable table)
      throws IOException {
    Optional<StoredPaper> current =
        table
            .find(result.id())
            .filter(now -> now.paper().contentHash().equals(result.contentHash()));
    return switch (result) {
      case EmbeddingResult.Succeeded success ->
          current.map(
              now -> StoredPaper.embedded(now.paper(), success.embeddedText(), now.queued()));
      case EmbeddingResult.FailedAttempt failure ->
          current.flatMap(now -> afterFailure(now, failure, table));
    };
  }

  /** A paper that has a vector already, or was given up already, is not touched. */
  private static Optional<StoredPaper> afterFailure(
      StoredPaper now, EmbeddingResult.FailedAttempt failure, PaperTable table) {
    return switch (now.state()) {
      case EmbeddingState.Pending pending ->
          Optional.of(oneAttemptMore(now, pending.attempts() + 1, failure.reason(), table));
      case EmbeddingState.Embedded _, EmbeddingState.Failed _ -> Optional.empty();
    };
  }

  private static StoredPaper oneAttemptMore(
      StoredPaper now, int attempts, String reason, PaperTable table) {
    return attempts < EmbeddingState.MAX_ATTEMPTS
        ? StoredPaper.pending(now.paper(), attempts, table.newPlace())
        : new StoredPaper(
            now.paper(), new EmbeddingState.Failed(reason, attempts), now.queued(), null);
  }
}
