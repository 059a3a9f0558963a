package dev.kindred.paper.sentence;

/**
 * A part of a text.
 *
 * @param start its first char (of UTF-16, as Java and JavaScript count)
 * @param end the char behind its last
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("%d to %d is no part of a text".formatted(start, end));
    }
  }

  public int length() {
    return end - start;
  }

  /** The part itself. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
