package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.Arrays;
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
import org.apache.lucene.search.TopDocs;

/** Finds papers by their vectors. */
final class VectorReading {
  /** So many vectors are scanned in about a millisecond, and a scan is exact. */
  static final int SCANNED_AT_MOST = 10_000;

  /** Below so many matches a scan of them beats a graph that leads mostly elsewhere. */
  static final int SCANNED_BEHIND_A_FILTER = 20_000;

  /** A graph that is searched for a thousand looks at about so many thousand. */
  private static final int SCANNED_FOR_EACH_WANTED = 20;

  /** Lucene orders papers that are equally near otherwise than we do. */
  private static final int BEYOND_THE_LIMIT = 20;

  private final Snapshot snapshot;
  private final PaperAnalyzer analyzer;
  private final GraphBreadth breadth;
  private final Documents documents;

  VectorReading(
      Snapshot snapshot, PaperAnalyzer analyzer, GraphBreadth breadth, Documents documents) {
    this.snapshot = snapshot;
    this.analyzer = analyzer;
    this.breadth = breadth;
    this.documents = documents;
  }

  List<Hit> nearest(Embedding query, int limit, Filter filter) throws IOException {
    Query candidates = candidates(filter);
    int matches = filter.isEmpty() ? snapshot.counts().embedded() : count(candidates);
    if (matches <= scanned(filter, limit)) {
      return scan(query, limit, candidates);
    }
    int ef = Math.max(1, breadth.forHits(limit));
    KnnFloatVectorQuery graph =
        filter.isEmpty()
            ? new KnnFloatVectorQuery(Fields.VECTOR, query.toArray(), ef)
            : new KnnFloatVectorQuery(Fields.VECTOR, query.toArray(), ef, candidates);
    List<Hit> found = along(graph, query, limit);
    // A graph can have parts that no path leads to.
    return found.size() < Math.min(limit, matches) ? scan(query, limit, candidates) : found;
  }

  private List<Hit> along(KnnFloatVectorQuery graph, Embedding query, int limit)
      throws IOException {
    TopDocs found =
        snapshot.searcher().search(graph, Math.min(graph.getK(), limit + BEYOND_THE_LIMIT));
    int[] docs = Arrays.stream(found.scoreDocs).mapToInt(hit -> hit.doc).sorted().toArray();
    return FoundPapers.best(documents, docs, cosines(docs, query), limit);
  }

  /**
   * Cosines of documents, which come in ascending order; not a number for one without a vector. By
   * every way a paper has the same.
   */
  float[] cosines(int[] docs, Embedding query) throws IOException {
    float[] cosines = new float[docs.length];
    Arrays.fill(cosines, Float.NaN);
    Cosine cosine = new Cosine(query);
    each(docs, (i, vector) -> cosines[i] = cosine.to(vector));
    return cosines;
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
    List<Documents.Found> papers = documents.located(ids);
    float[] cosines = cosines(Documents.docs(papers), query);
    for (int i = 0; i < cosines.length; i++) {
      if (!Float.isNaN(cosines[i])) {
        scores.put(papers.get(i).id(), (double) cosines[i]);
      }
    }
    return scores;
  }

  Map<PaperId, Embedding> of(Collection<PaperId> ids) throws IOException {
    Map<PaperId, Embedding> embeddings = new HashMap<>();
    List<Documents.Found> papers = documents.located(ids);
    each(
        Documents.docs(papers),
        (i, vector) -> embeddings.put(papers.get(i).id(), Embedding.ofUnit(vector)));
    return embeddings;
  }

  /** Takes the vector of a document of an array, which is overwritten by the next. */
  interface Taking {
    void take(int place, float[] vector);
  }

  /** The vectors of those documents that have one; they come in ascending order. */
  void each(int[] docs, Taking taking) throws IOException {
    documents.visit(
        docs,
        (leaf, from, to) -> {
          FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
          if (vectors == null) {
            return;
          }
          DocIndexIterator position = vectors.iterator();
          for (int i = from; i < to; i++) {
            int doc = docs[i] - leaf.docBase;
            if (position.docID() < doc) {
              position.advance(doc);
            }
            if (position.docID() == doc) {
              taking.take(i, vectors.vectorValue(position.index()));
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
