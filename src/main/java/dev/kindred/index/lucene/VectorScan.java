package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * The best of some documents by cosine, by looking at each. Whatever way candidates were found, the
 * scores come from here, so that they are the same numbers everywhere. Used once, by one thread.
 */
final class VectorScan {
  /** A paper among the best so far; {@code rough} is the cosine in single precision. */
  private record Candidate(float rough, double cosine, BytesRef id, int doc) {}

  private static final Comparator<Candidate> WORST_FIRST =
      Comparator.comparingDouble(Candidate::rough)
          .thenComparing(Candidate::id, Comparator.reverseOrder());

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::cosine).reversed().thenComparing(Candidate::id);

  private final Embedding query;
  private final float[] target;
  private final int limit;
  private final PriorityQueue<Candidate> best = new PriorityQueue<>(WORST_FIRST);

  private VectorScan(Embedding query, int limit) {
    this.query = query;
    this.target = query.toArray();
    this.limit = limit;
  }

  static List<Hit> best(
      IndexSearcher searcher, Embedding query, int limit, Query candidates, Documents documents)
      throws IOException {
    if (limit < 1) {
      return List.of();
    }
    VectorScan scan = new VectorScan(query, limit);
    Weight weight =
        searcher.createWeight(searcher.rewrite(candidates), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      scan.look(leaf, weight.scorer(leaf));
    }
    List<Hit> hits = new ArrayList<>();
    scan.best.stream()
        .sorted(BEST_FIRST)
        .forEach(found -> {
          Hit hit = new Hit(new PaperId(found.id().utf8ToString()), found.cosine());
          documents.remember(hit.id(), found.doc());
          hits.add(hit);
        });
    return hits;
  }

  private void look(LeafReaderContext leaf, @Nullable Scorer wanted) throws IOException {
    FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
    if (wanted == null || vectors == null) {
      return;
    }
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
    Bits live = leaf.reader().getLiveDocs();
    DocIndexIterator position = vectors.iterator();
    DocIdSetIterator both =
        ConjunctionUtils.intersectIterators(List.of(wanted.iterator(), position));
    for (int doc = both.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = both.nextDoc()) {
      if (live == null || live.get(doc)) {
        offer(vectors.vectorValue(position.index()), ids, leaf.docBase, doc);
      }
    }
  }

  private void offer(float[] vector, SortedDocValues ids, int docBase, int doc) throws IOException {
    float rough = VectorUtil.dotProduct(target, vector);
    Candidate worst = best.size() < limit ? null : best.element();
    if (worst != null && rough < worst.rough()) {
      return;
    }
    ids.advanceExact(doc);
    BytesRef id = BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue()));
    Candidate found =
        new Candidate(rough, query.cosine(Embedding.ofUnit(vector)), id, docBase + doc);
    if (worst == null) {
      best.add(found);
    } else if (WORST_FIRST.compare(found, worst) > 0) {
      best.remove();
      best.add(found);
    }
  }
}
