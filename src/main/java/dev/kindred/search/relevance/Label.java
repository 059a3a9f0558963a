package dev.kindred.search.relevance;

import java.util.Locale;

/** A relevance in a word. The best comes first. */
public enum Label {
  /** Very probably what was asked for. */
  STRONG(.8),
  /** Of the same subject, and often what was asked for. */
  RELATED(.3),
  /** The nearest there is, and rarely what was asked for. */
  WEAK(0);

  private final double from;

  Label(double from) {
    this.from = from;
  }

  /** The least relevance that has this label. */
  public double from() {
    return from;
  }

  static Label of(double relevance) {
    return relevance >= STRONG.from ? STRONG : relevance >= RELATED.from ? RELATED : WEAK;
  }

  /** As answers have it: strong, related or weak. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
