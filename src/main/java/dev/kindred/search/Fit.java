package dev.kindred.search;

import java.util.Locale;

/** How well the best of a list fits its query. */
public enum Fit {
  STRONG,
  RELATED,
  /** The best is only the nearest there is. */
  WEAK,
  /** Nothing here fits. */
  NONE;

  /** As answers have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
