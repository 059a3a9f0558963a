package dev.kindred.index.lucene;

import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;

/**
 * The papers as the writing thread sees them: the last snapshot, and over it what the current group
 * of operations has done already. Used by that thread only.
 */
final class PaperTable {
  private final IndexWriter writer;
  private final PaperAnalyzer analyzer;
  private final Snapshot before;
  private final Map<PaperId, StoredPaper> written = new HashMap<>();
  private final Set<PaperId> removed = new HashSet<>();
  private long nextPlace;

  PaperTable(IndexWriter writer, PaperAnalyzer analyzer, Snapshot before, long nextPlace) {
    this.writer = writer;
    this.analyzer = analyzer;
    this.before = before;
    this.nextPlace = nextPlace;
  }

  Optional<StoredPaper> find(PaperId id) throws IOException {
    StoredPaper now = written.get(id);
    if (now != null || removed.contains(id)) {
      return Optional.ofNullable(now);
    }
    OptionalInt doc = before.find(id);
    return doc.isEmpty()
        ? Optional.empty()
        : Optional.of(before.stored(before.searcher().storedFields(), doc.getAsInt()));
  }

  void store(StoredPaper paper) throws IOException {
    PaperId id = paper.paper().id();
    writer.updateDocument(PaperDocument.term(id), PaperDocument.of(paper, analyzer));
    written.put(id, paper);
    removed.remove(id);
  }

  void remove(PaperId id) throws IOException {
    writer.deleteDocuments(PaperDocument.term(id));
    written.remove(id);
    removed.add(id);
  }

  boolean hasChanged() {
    return !written.isEmpty() || !removed.isEmpty();
  }

  /** A place at the end of the queue. */
  long newPlace() {
    return nextPlace++;
  }

  long nextPlace() {
    return nextPlace;
  }
}
