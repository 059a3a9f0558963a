package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the newest state of the sentences' vectors, or none while there is none. Damage is logged
 * and answered as if nothing were there: a search does without. Thread-safe.
 */
final class SentenceReading implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(SentenceReading.class);

  private @Nullable DirectoryReader reader;

  /** What is in a folder now; nothing if it cannot be read or was made by other rules. */
  static SentenceReading open(Path folder, Map<String, String> stamp) {
    SentenceReading reading = new SentenceReading();
    if (Files.isDirectory(folder)) {
      try (Directory directory = FSDirectory.open(folder)) {
        DirectoryReader reader = DirectoryReader.open(directory);
        reading.replace(reader);
        if (!reader.getIndexCommit().getUserData().equals(stamp)) {
          reading.replace(null);
        }
      } catch (IOException | RuntimeException unreadable) {
        log.warn("The vectors of sentences in {} cannot be read.", folder, unreadable);
      }
    }
    return reading;
  }

  /** Takes a reader over, or none, and lets the one before go. */
  synchronized void replace(@Nullable DirectoryReader newer) {
    DirectoryReader older = reader;
    reader = newer;
    IOUtils.closeWhileHandlingException(older);
  }

  Map<PaperId, List<Embedding>> of(Collection<Paper> papers) {
    return ask(
        Map.of(),
        held -> {
          Map<PaperId, List<Embedding>> found = new HashMap<>();
          for (Paper paper : papers) {
            List<Embedding> vectors = vectors(paper, held);
            if (!vectors.isEmpty()) {
              found.put(paper.id(), vectors);
            }
          }
          return found;
        });
  }

  private static List<Embedding> vectors(Paper paper, DirectoryReader held) throws IOException {
    for (LeafReaderContext leaf : held.leaves()) {
      int doc = Snapshot.find(leaf, paper.id());
      BinaryDocValues values = DocValues.getBinary(leaf.reader(), SentenceDocument.VECTORS);
      if (doc != DocIdSetIterator.NO_MORE_DOCS && values.advanceExact(doc)) {
        return SentenceDocument.vectors(values.binaryValue(), paper.contentHash());
      }
    }
    return List.of();
  }

  /** For how many papers there are vectors, of their present texts or of former ones. */
  int papers() {
    return ask(0, DirectoryReader::numDocs);
  }

  /** Whether there are vectors of the text with which a paper got this place. */
  boolean has(PaperId id, long place) {
    return ask(
        false,
        held -> {
          for (LeafReaderContext leaf : held.leaves()) {
            int doc = Snapshot.find(leaf, id);
            NumericDocValues places = DocValues.getNumeric(leaf.reader(), SentenceDocument.PLACE);
            if (doc != DocIdSetIterator.NO_MORE_DOCS && places.advanceExact(doc)) {
              return places.longValue() == place;
            }
          }
          return false;
        });
  }

  /** What is done with a paper that has vectors. */
  interface Visit {
    void paper(PaperId id, long place) throws IOException;
  }

  /** Visits all papers that have vectors. */
  void visit(Visit visit) {
    ask(
        0,
        held -> {
          for (LeafReaderContext leaf : held.leaves()) {
            visit(leaf, visit);
          }
          return 0;
        });
  }

  private static void visit(LeafReaderContext leaf, Visit visit) throws IOException {
    BinaryDocValues ids = DocValues.getBinary(leaf.reader(), Fields.ID_BYTES);
    NumericDocValues places = DocValues.getNumeric(leaf.reader(), SentenceDocument.PLACE);
    Bits live = leaf.reader().getLiveDocs();
    while (ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      boolean isLive = live == null || live.get(ids.docID());
      if (isLive && places.advanceExact(ids.docID())) {
        visit.paper(new PaperId(ids.binaryValue().utf8ToString()), places.longValue());
      }
    }
  }

  @Override
  public void close() {
    replace(null);
  }

  private interface Question<T> {
    T ask(DirectoryReader held) throws IOException;
  }

  private <T> T ask(T none, Question<T> question) {
    DirectoryReader held = hold();
    if (held == null) {
      return none;
    }
    try {
      try {
        return question.ask(held);
      } finally {
        held.decRef();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      log.warn("The vectors of sentences cannot be read; answers do without.", damaged);
      return none;
    }
  }

  private synchronized @Nullable DirectoryReader hold() {
    if (reader != null) {
      reader.incRef();
    }
    return reader;
  }
}
