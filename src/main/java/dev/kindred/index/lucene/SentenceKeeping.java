package dev.kindred.index.lucene;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.SentenceVectors;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Which papers lack vectors of their sentences, and how they get them. A paper has another place in
 * the queue of embedding for every text it ever has, so places tell what is there already; the
 * content hash decides when vectors are read. Thread-safe.
 */
final class SentenceKeeping implements AutoCloseable {
  private static final int PAGE = 1_000;
  private static final Set<String> SOURCE = Set.of(Fields.SOURCE);
  private static final Set<String> HASH_AND_PLACE = Set.of(Fields.HASH, Fields.QUEUED);
  private static final Set<String> PLACE = Set.of(Fields.QUEUED);
  private static final Sort BY_PLACE =
      new Sort(
          LongField.newSortField(Fields.QUEUED, false, SortedNumericSelector.Type.MIN),
          new SortField(Fields.ID, SortField.Type.STRING));

  private final SentenceIndex index;
  private final Latest latest;

  /** All papers with a lower place have their vectors. */
  private long done;

  private SentenceKeeping(SentenceIndex index, Latest latest) {
    this.index = index;
    this.latest = latest;
  }

  static SentenceKeeping open(Path folder, ModelIdentity model, Latest latest) {
    return new SentenceKeeping(SentenceIndex.open(folder, model), latest);
  }

  SentenceReading reading() {
    return index.reading();
  }

  /** Papers that lack vectors, in the order in which they got their texts. */
  synchronized List<Paper> lacking(int limit) {
    List<Paper> lacking =
        latest.read(
            snapshot -> snapshot.counts().pending() > 0 ? List.of() : lacking(limit, snapshot));
    if (lacking.isEmpty()) {
      clean();
    }
    return lacking;
  }

  private List<Paper> lacking(int limit, Snapshot snapshot) throws IOException {
    List<Paper> lacking = new ArrayList<>();
    StoredFields stored = snapshot.searcher().storedFields();
    ScoreDoc[] page = page(null, snapshot);
    while (page.length > 0) {
      for (ScoreDoc found : page) {
        long place = (Long) ((FieldDoc) found).fields[0];
        if (!reading().has(id((FieldDoc) found), place)) {
          lacking.add(PaperDocument.paper(stored.document(found.doc, SOURCE)));
        } else if (lacking.isEmpty()) {
          done = place + 1;
        }
        if (lacking.size() == limit) {
          return lacking;
        }
      }
      page = page(page[page.length - 1], snapshot);
    }
    return lacking;
  }

  private ScoreDoc[] page(@Nullable ScoreDoc last, Snapshot snapshot) throws IOException {
    Query places = LongField.newRangeQuery(Fields.QUEUED, done, Long.MAX_VALUE);
    Query wanted = FilterQuery.all(List.of(FilterQuery.embedded(), places));
    return snapshot.searcher().searchAfter(last, wanted, PAGE, BY_PLACE).scoreDocs;
  }

  /** The sort's values are the place and the id. */
  private static PaperId id(FieldDoc found) {
    return new PaperId(((BytesRef) found.fields[1]).utf8ToString());
  }

  /** When no paper lacks vectors, more vectors than papers are those of papers that went. */
  private void clean() {
    List<PaperId> gone = latest.read(this::gone);
    if (!gone.isEmpty()) {
      write(writer -> {
        for (PaperId id : gone) {
          writer.deleteDocuments(PaperDocument.term(id));
        }
      });
    }
  }

  private List<PaperId> gone(Snapshot snapshot) throws IOException {
    List<PaperId> gone = new ArrayList<>();
    boolean isAtRest = snapshot.counts().pending() == 0;
    if (isAtRest && reading().papers() > snapshot.counts().embedded()) {
      StoredFields stored = snapshot.searcher().storedFields();
      reading()
          .visit((id, place) -> {
            OptionalInt doc = snapshot.find(id);
            if (doc.isEmpty()
                || PaperDocument.queued(stored.document(doc.getAsInt(), PLACE)) != place) {
              gone.add(id);
            }
          });
    }
    return gone;
  }

  /** Keeps what was made of texts that papers still have. */
  synchronized void record(List<SentenceVectors> made) {
    write(writer -> {
      for (var paper : latest.read(snapshot -> documents(made, snapshot)).entrySet()) {
        writer.updateDocument(PaperDocument.term(paper.getKey()), paper.getValue());
      }
    });
  }

  private void write(SentenceIndex.Writing writing) {
    try {
      index.write(writing);
    } catch (RuntimeException failure) {
      done = 0; // the index may begin anew
      throw failure;
    }
  }

  private static Map<PaperId, Document> documents(List<SentenceVectors> made, Snapshot snapshot)
      throws IOException {
    Map<PaperId, Document> documents = new HashMap<>();
    StoredFields stored = snapshot.searcher().storedFields();
    for (SentenceVectors sentences : made) {
      OptionalInt doc = snapshot.find(sentences.id());
      if (doc.isPresent()) {
        Document paper = stored.document(doc.getAsInt(), HASH_AND_PLACE);
        if (sentences.contentHash().hex().equals(paper.get(Fields.HASH))) {
          documents.put(
              sentences.id(), SentenceDocument.of(sentences, PaperDocument.queued(paper)));
        }
      }
    }
    return documents;
  }

  @Override
  public void close() {
    index.close();
  }
}
