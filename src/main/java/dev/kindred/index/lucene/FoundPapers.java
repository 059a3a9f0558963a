package dev.kindred.index.lucene;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * Hits, best first, ties by id. Ids are read when they are asked for first: most who rank
 * candidates want other numbers of them. Used by one thread, while the view is open.
 */
final class FoundPapers extends AbstractList<Hit> implements RandomAccess {
  private final Documents documents;
  private final int[] docs;
  private final float[] scores;
  private PaperId @Nullable [] ids;

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

  private static void orderTiesById(Documents documents, int[] places, int[] docs, float[] scores)
      throws IOException {
    for (int from = 0, to; from < places.length; from = to) {
      to = from + 1;
      while (to < places.length && scores[places[to]] == scores[places[from]]) {
        to++;
      }
      if (to - from > 1) {
        int[] byDoc =
            Arrays.stream(places, from, to)
                .boxed()
                .sorted((one, other) -> Integer.compare(docs[one], docs[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<PaperId> ids = documents.papers(Arrays.stream(byDoc).map(i -> docs[i]).toArray());
        Integer[] byId = new Integer[byDoc.length];
        Arrays.setAll(byId, i -> i);
        Arrays.sort(byId, (one, other) -> ids.get(one).compareTo(ids.get(other)));
        for (int i = 0; i < byId.length; i++) {
          places[from + i] = byDoc[byId[i]];
        }
      }
    }
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
