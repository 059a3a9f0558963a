package dev.kindred.index.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;

/** The places of one word in the names of a document's authors, in ascending order. */
final class NamePositions {
  private final PostingsEnum postings;
  private int left;
  private int position = -1;

  private NamePositions(PostingsEnum postings) throws IOException {
    this.postings = postings;
    this.left = postings.freq();
  }

  /** Whether the words stand in this order within one name of the document they are all at. */
  static boolean inOrder(List<PostingsEnum> words) throws IOException {
    NamePositions[] positions = new NamePositions[words.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = new NamePositions(words.get(i));
    }
    while (positions[0].advance()) {
      int reached = 0;
      for (int i = 1; i < positions.length && reached == i - 1; i++) {
        if (!positions[i].advanceBehind(positions[i - 1].position)) {
          return false;
        }
        if (positions[i].position - positions[i - 1].position < PaperAnalyzer.GAP) {
          reached = i;
        }
      }
      if (reached == positions.length - 1) {
        return true;
      }
    }
    return false;
  }

  private boolean advance() throws IOException {
    if (left == 0) {
      return false;
    }
    left--;
    position = postings.nextPosition();
    return true;
  }

  /** To the first place behind another; stays if it is there already. */
  private boolean advanceBehind(int other) throws IOException {
    while (position <= other) {
      if (!advance()) {
        return false;
      }
    }
    return true;
  }
}
