package dev.kindred.index.lucene;

import dev.kindred.index.PaperIndex.PutOutcome;
import dev.kindred.paper.Paper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds and replaces papers. */
record PutPapers(List<Paper> papers) implements Operation<List<PutOutcome>> {
  @Override
  public int size() {
    return papers.size();
  }

  @Override
  public List<PutOutcome> applyTo(PaperTable table) throws IOException {
    List<PutOutcome> outcomes = new ArrayList<>(papers.size());
    for (Paper paper : papers) {
      outcomes.add(put(paper, table));
    }
    return outcomes;
  }

  private static PutOutcome put(Paper paper, PaperTable table) throws IOException {
    Optional<StoredPaper> found = table.find(paper.id());
    if (found.isEmpty()) {
      table.store(StoredPaper.pending(paper, 0, table.newPlace()));
      return PutOutcome.NEW;
    }
    StoredPaper old = found.get();
    if (old.paper().equals(paper)) {
      return PutOutcome.UNCHANGED;
    }
    boolean sameText = old.paper().contentHash().equals(paper.contentHash());
    table.store(
        sameText ? old.describedBy(paper) : StoredPaper.pending(paper, 0, table.newPlace()));
    return PutOutcome.CHANGED;
  }
}
