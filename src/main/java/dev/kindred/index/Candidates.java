package dev.kindred.index;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.PaperId;
import java.util.Collection;

/**
 * The candidates of one search: papers of a view, each once and known by its place, 0 to size-1, in
 * no order. All that is known of them is in arrays by place, for there are thousands, and every
 * search ranks them. Used by one thread, while the view is open.
 */
public interface Candidates {
  int size();

  PaperId id(int place);

  /** The place of a candidate. */
  int place(PaperId id);

  /** The rank of each in the list of the nearest, from 1; 0 where it is not in it. */
  int[] nearRanks();

  /** The rank of each in the list of those that match words, from 1; 0 where it is not in it. */
  int[] matchRanks();

  /** The BM25 of each; 0 where it has none of the words. */
  float[] bm25();

  /** The cosine of each; not a number where it is not embedded. */
  float[] cosines(Embedding query);

  /** The vectors of those of these places that are embedded. */
  Collection<Embedding> vectors(int[] places);
}
