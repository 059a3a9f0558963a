package dev.kindred.index;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.ContentHash;
import dev.kindred.paper.PaperId;
import java.util.List;

/**
 * The vectors of the sentences of one abstract.
 *
 * @param contentHash of the paper they were made from
 * @param vectors one for each sentence that {@code Sentences} finds, in order; none if the abstract
 *     has no sentence, too many, or one that cannot be embedded
 */
public record SentenceVectors(PaperId id, ContentHash contentHash, List<Embedding> vectors) {
  /** An abstract of more sentences is a whole text, which is not worth a vector a sentence. */
  public static final int MAX_SENTENCES = 100;

  public SentenceVectors {
    vectors = List.copyOf(vectors);
  }
}
