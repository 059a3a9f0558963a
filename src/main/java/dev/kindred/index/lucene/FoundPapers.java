package dev.kindred.index.lucene;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * Hits, best first, ties by id. Ids are read when they are asked for first: most who rank
 * candidates want other numbers of them. Thread-safe while the view is open.
 */
final class FoundPapers extends AbstractList<Hit> implements RandomAccess {
  private final Documents documents;
  private final int[] docs;
  private final float[] scores;
  private volatile PaperId @Nullable [] ids;

  private FoundPapers(Documents documents, int[] docs, float[] scores) {
    this.documents = documents;
    this.docs = docs;
    this.scores = scores;
  }

  /**
   * The best of some documents.
   *
   * @param docs each once, in any order
   * @param scores of each of them
   */
  static FoundPapers best(Documents documents, int[] docs, float[] scores, int limit)
      throws IOException {
    long[] order = new long[docs.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = ((long) ~NumericUtils.floatToSortableInt(scores[i]) << Integer.SIZE) | i;
    }
    Arrays.sort(order);
    int[] places = Arrays.stream(order).mapToInt(key -> (int) key).toArray();
    orderTiesById(documents, places, docs, scores);
    int count = Math.min(limit, places.length);
    int[] bestDocs = new int[count];
    float[] bestScores = new float[count];
    for (int i = 0; i < count; i++) {
      bestDocs[i] = docs[places[i]];
      bestScores[i] = scores[places[i]];
    }
    return new FoundPapers(documents, bestDocs, bestScores);
  }

  /** Ids are read of those only that tie with others, all at once. */
  private static void orderTiesById(Documents documents, int[] places, int[] docs, float[] scores)
      throws IOException {
    BitSet tied = new BitSet();
    for (int i = 1; i < places.length; i++) {
      if (scores[places[i]] == scores[places[i - 1]]) {
        tied.set(i - 1, i + 1);
      }
    }
    if (tied.isEmpty()) {
      return;
    }
    int[] tiedDocs = tied.stream().map(i -> docs[places[i]]).sorted().toArray();
    List<PaperId> ids = documents.papers(tiedDocs);
    int[] byId =
        tied.stream()
            .mapToObj(i -> places[i])
            .sorted(
                Comparator.comparingDouble((Integer place) -> -scores[place])
                    .thenComparing(place -> ids.get(Arrays.binarySearch(tiedDocs, docs[place]))))
            .mapToInt(Integer::intValue)
            .toArray();
    int next = 0;
    for (int i = tied.nextSetBit(0); i >= 0; i = tied.nextSetBit(i + 1)) {
      places[i] = byId[next++];
    }
  }

  /** Whether its documents are those of a view. */
  boolean areOf(Documents view) {
    return documents == view;
  }

  /** The documents of all. */
  int[] docs() {
    return docs.clone();
  }

  float score(int place) {
    return scores[place];
  }

  @Override
  public Hit get(int place) {
    return new Hit(ids()[place], scores[place]);
  }

  private PaperId[] ids() {
    PaperId[] read = ids;
    if (read == null) {
      read = new PaperId[docs.length];
      int[] ascending = docs.clone();
      Arrays.sort(ascending);
      try {
        List<PaperId> papers = documents.papers(ascending);
        for (int i = 0; i < read.length; i++) {
          read[i] = papers.get(Arrays.binarySearch(ascending, docs[i]));
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      ids = read;
    }
    return read;
  }

  @Override
  public int size() {
    return docs.length;
  }
}
