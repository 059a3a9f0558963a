package dev.kindred.index;

import java.util.List;

/**
 * How many papers have which value of a field.
 *
 * @param values the most frequent ones, ties by name; years by year, newest first
 * @param distinct how many values there are in all
 */
public record Facet(FacetField field, List<Value> values, int distinct) {
  public Facet {
    values = List.copyOf(values);
  }

  /** A value and the number of papers that have it. */
  public record Value(String name, int papers) {}
}
