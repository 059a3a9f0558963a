package dev.kindred.index;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.PaperId;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.NoSuchElementException;

/**
 * The candidates of one search: papers of a view, each once and known by its place, 0 to size-1, in
 * no order. All that is known of them is in arrays by place, for there are thousands, and every
 * search ranks them; an array belongs to whoever asked for it. Used by one thread, while the view
 * is open. What is read of the index only when it is asked for (all but ranks and BM25) throws
 * {@link UncheckedIOException} if that fails.
 */
public interface Candidates {
  int size();

  /** The first that is asked for reads all. */
  PaperId id(int place);

  /**
   * The place of a candidate.
   *
   * @throws NoSuchElementException if it is none
   */
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
