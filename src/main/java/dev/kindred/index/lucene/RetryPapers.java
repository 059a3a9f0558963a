package dev.kindred.index.lucene;

import dev.kindred.index.EmbeddingState;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes those of the papers that have failed pending again; answers how many. */
record RetryPapers(List<PaperId> ids) implements Operation<Integer> {
  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public Integer applyTo(PaperTable table) throws IOException {
    int retried = 0;
    for (PaperId id : ids) {
      Optional<StoredPaper> failed =
          table.find(id).filter(now -> now.state() instanceof EmbeddingState.Failed);
      if (failed.isPresent()) {
        table.store(StoredPaper.pending(failed.get().paper(), 0, table.newPlace()));
        retried++;
      }
    }
    return retried;
  }
}
