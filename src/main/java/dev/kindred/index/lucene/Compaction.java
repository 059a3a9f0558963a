package dev.kindred.index.lucene;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * When it pays to make one segment of all. To search ten segments costs several times as much as to
 * search one with the same papers; to make one of them costs a graph of all papers.
 */
final class Compaction {
  /** Merged whenever the collection has grown by this share, a paper is merged some ten times. */
  private static final double PAYS_FROM = .1;

  private Compaction() {}

  /** Whether enough papers are outside the largest segment, or deleted. */
  static boolean pays(IndexReader reader) {
    int largest = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      largest = Math.max(largest, leaf.reader().numDocs());
    }
    return pays(largest, reader.maxDoc());
  }

  /**
   * @param largest how many papers the largest segment has
   * @param all documents of all segments, with the deleted
   */
  static boolean pays(int largest, int all) {
    return all - largest > PAYS_FROM * all;
  }
}
