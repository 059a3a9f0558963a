package dev.kindred.search;

import dev.kindred.index.FacetField;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;

/** What papers can be counted by, as an address or a command line spells it. */
public final class FacetName {
  private static final String METADATA = "metadata.";

  private FacetName() {}

  public static String of(FacetField field) {
    return switch (field) {
      case FacetField.Category _ -> "category";
      case FacetField.AuthorName _ -> "author";
      case FacetField.Year _ -> "year";
      case FacetField.Metadata(String name) -> METADATA + name;
    };
  }

  /** Reads what {@link #of} writes; blanks around it make no difference. */
  public static FacetField parse(String text) {
    String name = text.strip();
    if (name.startsWith(METADATA) && name.length() > METADATA.length()) {
      return new FacetField.Metadata(name.substring(METADATA.length()).strip());
    }
    return switch (name) {
      case "category" -> new FacetField.Category();
      case "author" -> new FacetField.AuthorName();
      case "year" -> new FacetField.Year();
      default ->
          throw new InvalidRequest(
              "facets has %s; it must be category, author, year or metadata.NAME"
                  .formatted(Quoted.of(text)));
    };
  }
}
