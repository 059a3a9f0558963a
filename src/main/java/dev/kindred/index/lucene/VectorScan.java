package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * The nearest of some documents, by looking at each. Cosines are kept in arrays and cut afterwards:
 * for a thousand of some ten thousand that is faster than a queue, and ids are read of those that
 * are left only. Used once, by one thread.
 */
final class VectorScan {
  private final Cosine query;
  private int[] docs = new int[0];
  private float[] cosines = new float[0];
  private int count;

  private VectorScan(Embedding query) {
    this.query = new Cosine(query);
  }

  /** The papers with the highest cosines, best first, ties by id. */
  static List<Hit> nearest(
      IndexSearcher searcher, Embedding query, int limit, Query candidates, Documents documents)
      throws IOException {
    if (limit < 1) {
      return List.of();
    }
    VectorScan scan = new VectorScan(query);
    Weight weight =
        searcher.createWeight(searcher.rewrite(candidates), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      scan.look(leaf, weight.scorer(leaf));
    }
    return scan.highest(limit, documents);
  }

  private void look(LeafReaderContext leaf, @Nullable Scorer wanted) throws IOException {
    FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
    if (wanted == null || vectors == null) {
      return;
    }
    Bits live = leaf.reader().getLiveDocs();
    DocIndexIterator position = vectors.iterator();
    DocIdSetIterator both =
        ConjunctionUtils.intersectIterators(List.of(wanted.iterator(), position));
    for (int doc = both.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = both.nextDoc()) {
      if (live == null || live.get(doc)) {
        add(leaf.docBase + doc, query.to(vectors.vectorValue(position.index())));
      }
    }
  }

  private void add(int doc, float cosine) {
    docs = ArrayUtil.grow(docs, count + 1);
    cosines = ArrayUtil.grow(cosines, count + 1);
    docs[count] = doc;
    cosines[count] = cosine;
    count++;
  }

  private List<Hit> highest(int limit, Documents documents) throws IOException {
    float cut = count <= limit ? Float.NEGATIVE_INFINITY : lowestOfTheHighest(limit);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (cosines[i] >= cut) {
        docs[kept] = docs[i];
        cosines[kept] = cosines[i];
        kept++;
      }
    }
    return FoundPapers.best(
        documents, Arrays.copyOf(docs, kept), Arrays.copyOf(cosines, kept), limit);
  }

  private float lowestOfTheHighest(int limit) {
    LongHeap highest = new LongHeap(limit);
    for (int i = 0; i < count; i++) {
      highest.insertWithOverflow(NumericUtils.floatToSortableInt(cosines[i]));
    }
    return NumericUtils.sortableIntToFloat((int) highest.top());
  }
}
