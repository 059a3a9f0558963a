package dev.kindred.search;

import dev.kindred.index.Facet;
import java.util.List;

/**
 * How many papers have which values.
 *
 * @param scope which papers were counted
 */
public record Facets(List<Facet> fields, Scope scope) {
  /** Of a value and the objects around it, without its characters. */
  private static final int VALUE_BYTES = 70;

  /** Which papers. */
  public enum Scope {
    /** All that have one of the words, or that the filter leaves. */
    ALL_MATCHING,
    /** Those of the list, for meaning alone draws no line. */
    LISTED
  }

  public Facets {
    fields = List.copyOf(fields);
  }

  /** How much room they take, roughly. */
  long bytes() {
    return fields.stream()
        .flatMap(field -> field.values().stream())
        .mapToLong(value -> VALUE_BYTES + (long) Character.BYTES * value.name().length())
        .sum();
  }
}
