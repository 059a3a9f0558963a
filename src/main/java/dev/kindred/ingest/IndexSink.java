package dev.kindred.ingest;

import dev.kindred.index.IndexView;
import dev.kindred.index.IndexedPaper;
import dev.kindred.index.PaperIndex;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Optional;

/** Puts papers into an index of this process. Thread-safe, as the index is. */
public final class IndexSink implements PaperSink {
  private final PaperIndex index;

  public IndexSink(PaperIndex index) {
    this.index = index;
  }

  @Override
  public List<Receipt> put(List<Paper> papers) {
    return index.put(papers).stream().<Receipt>map(Receipt.Kept::new).toList();
  }

  @Override
  public Optional<Paper> find(PaperId id) {
    try (IndexView view = index.view()) {
      return view.get(id).map(IndexedPaper::paper);
    }
  }
}
