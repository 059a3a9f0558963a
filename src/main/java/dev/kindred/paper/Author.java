package dev.kindred.paper;

/** Someone who wrote a paper, by the name printed on it. */
public record Author(String name) {
  public Author {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an author's name is blank");
    }
  }
}
