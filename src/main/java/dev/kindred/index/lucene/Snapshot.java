package dev.kindred.index.lucene;

import dev.kindred.index.Counts;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * One state of the index, shared by all views of it, and what is worth counting only once a state.
 * Thread-safe while someone holds its reader.
 */
final class Snapshot {
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final long state;
  private @Nullable Counts counts;

  Snapshot(DirectoryReader reader) throws IOException {
    this.reader = reader;
    this.state = WriteCount.of(reader);
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(WriterConfig.similarity());
  }

  /** A snapshot whose counts need no more reading. Closes the reader if it cannot be read. */
  static Snapshot counted(DirectoryReader reader) throws IOException {
    try {
      Snapshot snapshot = new Snapshot(reader);
      snapshot.counts();
      return snapshot;
    } catch (IOException | RuntimeException | Error unreadable) {
      IOUtils.closeWhileHandlingException(reader);
      throw unreadable;
    }
  }

  DirectoryReader reader() {
    return reader;
  }

  /** Another one after every write. */
  long state() {
    return state;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  /** The document of a paper, if it has one. */
  OptionalInt find(PaperId id) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      int doc = find(leaf, id);
      if (doc != DocIdSetIterator.NO_MORE_DOCS) {
        return OptionalInt.of(leaf.docBase + doc);
      }
    }
    return OptionalInt.empty();
  }

  /** The document of a paper within a segment, or {@code NO_MORE_DOCS}. */
  static int find(LeafReaderContext leaf, PaperId id) throws IOException {
    if (leaf.reader().terms(Fields.ID) == null) {
      return DocIdSetIterator.NO_MORE_DOCS;
    }
    TermsEnum terms = leaf.reader().terms(Fields.ID).iterator();
    if (!terms.seekExact(new BytesRef(id.value()))) {
      return DocIdSetIterator.NO_MORE_DOCS;
    }
    return firstLive(terms.postings(null, PostingsEnum.NONE), leaf.reader().getLiveDocs());
  }

  static int firstLive(PostingsEnum docs, @Nullable Bits live) throws IOException {
    int doc = docs.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
      doc = docs.nextDoc();
    }
    return doc;
  }

  synchronized Counts counts() throws IOException {
    if (counts == null) {
      counts =
          new Counts(
              reader.numDocs(),
              count(Fields.STATE, Fields.EMBEDDED),
              count(Fields.STATE, Fields.PENDING),
              count(Fields.STATE, Fields.FAILED),
              count(Fields.TRUNCATED, Fields.YES));
    }
    return counts;
  }

  /** All that the index holds of a document's paper. */
  StoredPaper stored(StoredFields fields, int doc) throws IOException {
    Document document = fields.document(doc);
    return new StoredPaper(
        PaperDocument.paper(document),
        PaperDocument.state(document),
        PaperDocument.queued(document),
        VectorReading.vector(this, doc).orElse(null));
  }

  /** How many papers hold a word exactly. */
  int papersWith(String word) throws IOException {
    return papersWithEach(List.of(word)).getOrDefault(word, 0);
  }

  /** How many papers hold each of these words exactly. */
  Map<String, Integer> papersWithEach(Collection<String> words) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    words.forEach(word -> counts.put(word, 0));
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(Fields.EXACT);
      if (terms != null) {
        Bits live = leaf.reader().getLiveDocs();
        TermsEnum position = terms.iterator();
        for (Map.Entry<String, Integer> word : counts.entrySet()) {
          if (position.seekExact(new BytesRef(word.getKey()))) {
            word.setValue(word.getValue() + papers(position, live));
          }
        }
      }
    }
    return counts;
  }

  private static int papers(TermsEnum term, @Nullable Bits live) throws IOException {
    if (live == null) {
      return term.docFreq();
    }
    PostingsEnum docs = term.postings(null, PostingsEnum.NONE);
    int count = 0;
    while (firstLive(docs, live) != DocIdSetIterator.NO_MORE_DOCS) {
      count++;
    }
    return count;
  }

  private int count(String field, String term) throws IOException {
    return searcher.count(new TermQuery(new Term(field, term)));
  }
}
