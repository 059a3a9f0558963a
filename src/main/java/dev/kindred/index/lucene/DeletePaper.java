package dev.kindred.index.lucene;

import dev.kindred.paper.PaperId;
import java.io.IOException;

/** Removes a paper; true if there was one. */
record DeletePaper(PaperId id) implements Operation<Boolean> {
  @Override
  public int size() {
    return 1;
  }

  @Override
  public Boolean applyTo(PaperTable table) throws IOException {
    if (table.find(id).isEmpty()) {
      return false;
    }
    table.remove(id);
    return true;
  }
}
