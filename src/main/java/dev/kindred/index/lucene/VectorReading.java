package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;

/** Finds papers by their vectors. */
final class VectorReading {
  /** So many vectors are scanned in about a millisecond, and a scan is exact. */
  static final int SCANNED_AT_MOST = 10_000;

  /** Below so many matches a scan of them beats a graph that leads mostly elsewhere. */
  static final int SCANNED_BEHIND_A_FILTER = 20_000;

  /** A graph that is searched for a thousand looks at about so many thousand. */
  private static final int SCANNED_FOR_EACH_WANTED = 20;

  /** What the graph is searched for at least: its recall grows with it (it is HNSW's ef). */
  private static final int MIN_BREADTH = 100;

  private final Snapshot snapshot;
  private final PaperAnalyzer analyzer;
  private final Documents documents;

  VectorReading(Snapshot snapshot, PaperAnalyzer analyzer, Documents documents) {
    this.snapshot = snapshot;
    this.analyzer = analyzer;
    this.documents = documents;
  }

  List<Hit> nearest(Embedding query, int limit, Filter filter) throws IOException {
    Query candidates = candidates(filter);
    int matches = filter.isEmpty() ? snapshot.counts().embedded() : count(candidates);
    if (matches <= scanned(filter, limit)) {
      return scan(query, limit, candidates);
    }
    KnnFloatVectorQuery graph =
        filter.isEmpty()
            ? new KnnFloatVectorQuery(Fields.VECTOR, query.toArray(), breadth(limit))
            : new KnnFloatVectorQuery(Fields.VECTOR, query.toArray(), breadth(limit), candidates);
    List<Hit> found = scan(query, limit, graph);
    // A graph can have parts that no path leads to.
    return found.size() < Math.min(limit, matches) ? scan(query, limit, candidates) : found;
  }

  static int breadth(int limit) {
    return Math.max(limit, MIN_BREADTH);
  }

  private static long scanned(Filter filter, int limit) {
    int always = filter.isEmpty() ? SCANNED_AT_MOST : SCANNED_BEHIND_A_FILTER;
    return Math.max(always, SCANNED_FOR_EACH_WANTED * (long) limit);
  }

  List<Hit> nearestExactly(Embedding query, int limit, Filter filter) throws IOException {
    return scan(query, limit, candidates(filter));
  }

  Map<PaperId, Double> scores(Collection<PaperId> ids, Embedding query) throws IOException {
    Map<PaperId, Double> scores = new HashMap<>();
    Cosine cosine = new Cosine(query);
    each(ids, (id, vector) -> scores.put(id, (double) cosine.to(vector)));
    return scores;
  }

  Map<PaperId, Embedding> of(Collection<PaperId> ids) throws IOException {
    Map<PaperId, Embedding> embeddings = new HashMap<>();
    each(ids, (id, vector) -> embeddings.put(id, Embedding.ofUnit(vector)));
    return embeddings;
  }

  /** Takes the vector of a paper, which is overwritten by the next. */
  private interface Taking {
    void take(PaperId id, float[] vector);
  }

  private void each(Collection<PaperId> ids, Taking taking) throws IOException {
    documents.visit(
        ids,
        (leaf, papers) -> {
          FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
          if (vectors == null) {
            return;
          }
          DocIndexIterator position = vectors.iterator();
          for (Documents.Found paper : papers) {
            if (position.docID() < paper.doc()) {
              position.advance(paper.doc());
            }
            if (position.docID() == paper.doc()) {
              taking.take(paper.id(), vectors.vectorValue(position.index()));
            }
          }
        });
  }

  static Optional<Embedding> vector(Snapshot snapshot, int doc) throws IOException {
    List<LeafReaderContext> leaves = snapshot.reader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
    if (vectors == null) {
      return Optional.empty();
    }
    DocIndexIterator position = vectors.iterator();
    return position.advance(doc - leaf.docBase) == doc - leaf.docBase
        ? Optional.of(Embedding.ofUnit(vectors.vectorValue(position.index())))
        : Optional.empty();
  }

  private List<Hit> scan(Embedding query, int limit, Query candidates) throws IOException {
    return VectorScan.nearest(snapshot.searcher(), query, limit, candidates, documents);
  }

  private int count(Query query) throws IOException {
    return snapshot.searcher().count(query);
  }

  private Query candidates(Filter filter) {
    return FilterQuery.all(List.of(FilterQuery.of(filter, analyzer), FilterQuery.embedded()));
  }
}
