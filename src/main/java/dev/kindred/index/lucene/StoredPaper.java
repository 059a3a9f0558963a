package dev.kindred.index.lucene;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedding;
import dev.kindred.index.EmbeddingState;
import dev.kindred.paper.Paper;
import org.jspecify.annotations.Nullable;

/**
 * Everything the index holds of a paper.
 *
 * @param queued its place among the papers that wait, ascending
 * @param embedding present exactly when the state is {@link EmbeddingState.Embedded}
 */
record StoredPaper(Paper paper, EmbeddingState state, long queued, @Nullable Embedding embedding) {

  StoredPaper {
    if ((state instanceof EmbeddingState.Embedded) != (embedding != null)) {
      throw new IllegalArgumentException("state %s does not fit the vector".formatted(state));
    }
  }

  static StoredPaper pending(Paper paper, int attempts, long queued) {
    return new StoredPaper(paper, new EmbeddingState.Pending(attempts), queued, null);
  }

  static StoredPaper embedded(Paper paper, EmbeddedText text, long queued) {
    return new StoredPaper(
        paper,
        new EmbeddingState.Embedded(text.tokens(), text.truncated()),
        queued,
        text.embedding());
  }

  /** This state under another description with the same text. */
  StoredPaper describedBy(Paper newer) {
    return new StoredPaper(newer, state, queued, embedding);
  }
}
