package dev.kindred.index.lucene;

import dev.kindred.index.PaperIndex.EmbeddedPaper;
import dev.kindred.index.PaperIndex.PutOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds and replaces papers that have been embedded. */
record PutEmbedded(List<EmbeddedPaper> papers) implements Operation<List<PutOutcome>> {
  @Override
  public int size() {
    return papers.size();
  }

  @Override
  public List<PutOutcome> applyTo(PaperTable table) throws IOException {
    List<PutOutcome> outcomes = new ArrayList<>(papers.size());
    for (EmbeddedPaper paper : papers) {
      outcomes.add(put(paper, table));
    }
    return outcomes;
  }

  private static PutOutcome put(EmbeddedPaper embedded, PaperTable table) throws IOException {
    Optional<StoredPaper> old = table.find(embedded.paper().id());
    long queued = old.isPresent() ? old.get().queued() : table.newPlace();
    StoredPaper now = StoredPaper.embedded(embedded.paper(), embedded.embeddedText(), queued);
    if (old.isEmpty()) {
      table.store(now);
      return PutOutcome.NEW;
    }
    if (old.get().equals(now)) {
      return PutOutcome.UNCHANGED;
    }
    table.store(now);
    return PutOutcome.CHANGED;
  }
}
