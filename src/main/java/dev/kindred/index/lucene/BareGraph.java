package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.PaperId;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.TopDocs;

/**
 * The graph of an index as Lucene itself searches it, without what the index does around it: the
 * yardstick of {@link dev.kindred.index.IndexView#nearest}. Each call looks at the newest state.
 * Thread-safe.
 */
public final class BareGraph {
  private final Latest latest;

  BareGraph(Latest latest) {
    this.latest = latest;
  }

  /** How wide the index itself searches its graph for so many papers (HNSW's ef). */
  public int breadth(int limit) {
    return latest.breadth().forHits(limit);
  }

  public int segments() {
    return latest.read(snapshot -> snapshot.reader().leaves().size());
  }

  /** What the index takes on the disk. */
  public long bytes() {
    return latest.read(snapshot -> IdleCompaction.bytes(snapshot.reader()));
  }

  /** Searches for so many, and tells only how many vectors were looked at. */
  public long visited(Embedding query, int limit, int breadth) {
    return latest.read(snapshot -> {
      Counted counted = new Counted(query, breadth);
      snapshot.searcher().search(counted, limit);
      return counted.visited;
    });
  }

  /** The papers that are found, in no order. */
  public List<PaperId> nearest(Embedding query, int limit, int breadth) {
    return latest.read(snapshot -> {
      TopDocs found = snapshot.searcher().search(new Counted(query, breadth), limit);
      int[] docs = Arrays.stream(found.scoreDocs).mapToInt(hit -> hit.doc).sorted().toArray();
      return new Documents(snapshot).papers(docs);
    });
  }

  /** Keeps what Lucene tells of each segment. Used once. */
  private static final class Counted extends KnnFloatVectorQuery {
    private long visited;

    Counted(Embedding query, int breadth) {
      super(Fields.VECTOR, query.toArray(), breadth);
    }

    @Override
    protected TopDocs mergeLeafResults(TopDocs[] ofSegments) {
      visited = Arrays.stream(ofSegments).mapToLong(found -> found.totalHits.value()).sum();
      return super.mergeLeafResults(ofSegments);
    }
  }
}
