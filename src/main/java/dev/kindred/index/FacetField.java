package dev.kindred.index;

/** What papers can be counted by. */
public sealed interface FacetField {
  record Category() implements FacetField {}

  /** The full name of an author. */
  record AuthorName() implements FacetField {}

  /** The year in which the paper's date begins, four digits. */
  record Year() implements FacetField {}

  /** The values of a metadata field. */
  record Metadata(String name) implements FacetField {}
}
