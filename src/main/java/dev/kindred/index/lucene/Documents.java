package dev.kindred.index.lucene;

import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/**
 * Which document each paper is, in one view. Remembers those of the papers that were found: ranking
 * asks for the same thousand again and again. Thread-safe.
 */
final class Documents {
  private final Snapshot snapshot;
  private final Map<PaperId, Integer> known = new ConcurrentHashMap<>();

  Documents(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** A paper and its document's number, in the view or within a segment. */
  record Found(PaperId id, int doc) {}

  void remember(PaperId id, int doc) {
    known.put(id, doc);
  }

  OptionalInt find(PaperId id) throws IOException {
    Integer doc = known.get(id);
    if (doc != null) {
      return OptionalInt.of(doc);
    }
    OptionalInt found = snapshot.find(id);
    found.ifPresent(number -> remember(id, number));
    return found;
  }

  /** The papers of some documents, which come in ascending order; remembers them. */
  List<PaperId> papers(int[] docs) throws IOException {
    List<PaperId> papers = new ArrayList<>(docs.length);
    visit(
        docs,
        (leaf, from, to) -> {
          BinaryDocValues ids = DocValues.getBinary(leaf.reader(), Fields.ID_BYTES);
          for (int i = from; i < to; i++) {
            ids.advanceExact(docs[i] - leaf.docBase);
            BytesRef value = ids.binaryValue();
            PaperId id =
                new PaperId(
                    new String(value.bytes, value.offset, value.length, StandardCharsets.UTF_8));
            remember(id, docs[i]);
            papers.add(id);
          }
        });
    return papers;
  }

  /** What is done with the documents of a segment: those of an array from a place to another. */
  interface Visit {
    void segment(LeafReaderContext leaf, int from, int to) throws IOException;
  }

  /** Visits documents, which come in ascending order. */
  void visit(int[] docs, Visit visit) throws IOException {
    List<LeafReaderContext> leaves = snapshot.reader().leaves();
    for (int from = 0, to; from < docs.length; from = to) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[from], leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (to = from; to < docs.length && docs[to] < end; ) {
        to++;
      }
      visit.segment(leaf, from, to);
    }
  }

  /** What is done with papers of a segment, which come in the order of their documents. */
  interface PaperVisit {
    void segment(LeafReaderContext leaf, List<Found> papers) throws IOException;
  }

  /** Visits those of the papers that exist, each once. */
  void visit(Collection<PaperId> ids, PaperVisit visit) throws IOException {
    List<Found> all = located(ids);
    visit(
        docs(all),
        (leaf, from, to) ->
            visit.segment(
                leaf,
                all.subList(from, to).stream()
                    .map(paper -> new Found(paper.id(), paper.doc() - leaf.docBase))
                    .toList()));
  }

  /** Those of the papers that exist, each once, in the order of their documents in the view. */
  List<Found> located(Collection<PaperId> ids) throws IOException {
    List<Found> found = new ArrayList<>(ids.size());
    for (PaperId id : ids instanceof Set<PaperId> each ? each : Set.copyOf(ids)) {
      find(id).ifPresent(doc -> found.add(new Found(id, doc)));
    }
    found.sort(Comparator.comparingInt(Found::doc));
    return found;
  }

  static int[] docs(List<Found> papers) {
    return papers.stream().mapToInt(Found::doc).toArray();
  }
}
