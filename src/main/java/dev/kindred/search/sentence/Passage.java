package dev.kindred.search.sentence;

import dev.kindred.paper.sentence.Span;
import java.util.List;
import java.util.Optional;

/**
 * What to show of a paper that was found. All places are chars of UTF-16, as Java and JavaScript
 * count; end is exclusive.
 *
 * @param title the words of the title that match the query by their stems, in order
 * @param abstractText the same of the abstract
 * @param sentence none where there is no abstract
 */
public record Passage(List<Span> title, List<Span> abstractText, Optional<Sentence> sentence) {
  public Passage {
    title = List.copyOf(title);
    abstractText = List.copyOf(abstractText);
  }

  /** The sentence of the abstract that answers the query best, and how it was chosen. */
  public record Sentence(Span span, Method method) {}

  /** What a sentence was chosen by. */
  public enum Method {
    /** The query's words in it, and where in the abstract it stands. */
    WORDS_AND_POSITION,
    /** The same, and a vector of the sentence that was made ahead and is kept in 8 bits a value. */
    VECTORS_MADE_AHEAD,
    /** The same, with vectors of full precision that were made for this answer. */
    VECTORS_MADE_NOW
  }
}
