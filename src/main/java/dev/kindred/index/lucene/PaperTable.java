package dev.kindred.index.lucene;

import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.document.Document;
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

  /** Looked for in vain: nothing has to be deleted, which would be looked for in every segment. */
  private final Set<PaperId> absent = new HashSet<>();

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
    if (doc.isEmpty()) {
      absent.add(id);
      return Optional.empty();
    }
    return Optional.of(before.stored(before.searcher().storedFields(), doc.getAsInt()));
  }

  void store(StoredPaper paper) throws IOException {
    PaperId id = paper.paper().id();
    Document document = PaperDocument.of(paper, analyzer);
    if (absent.remove(id)) {
      writer.addDocument(document);
    } else {
      writer.updateDocument(PaperDocument.term(id), document);
    }
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
