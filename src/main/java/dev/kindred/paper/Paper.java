package dev.kindred.paper;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A paper as its collection describes it. Immutable; compares by value. Either the title or the
 * abstract may be empty, not both.
 *
 * @param abstractText the abstract, one text; line breaks are kept as they came
 * @param published when, if known
 * @param categories the collection's own subject names, in order ({@code cs.CL}, {@code ecology})
 * @param url where the paper can be read, http or https, if known
 * @param metadata everything else that is known, as JSON values (strings, numbers, booleans, nulls,
 *     lists, maps; a number with a fraction is a {@code BigDecimal} when it comes back); kept and
 *     given back, filtered and counted by, but no words to search
 */
public record Paper(
    PaperId id,
    String title,
    String abstractText,
    List<Author> authors,
    Optional<PublicationDate> published,
    List<String> categories,
    Optional<String> url,
    Map<String, @Nullable Object> metadata) {

  public Paper {
    if (title.isBlank() && abstractText.isBlank()) {
      throw new IllegalArgumentException("paper " + id + " has neither title nor abstract");
    }
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** A paper of which only the text is known. */
  public static Paper of(PaperId id, String title, String abstractText) {
    return new Paper(
        id,
        title,
        abstractText,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Map.of());
  }

  /** Stands for the text that is embedded: equal for papers whose title and abstract are equal. */
  public ContentHash contentHash() {
    return ContentHash.of(title, abstractText);
  }

  /**
   * This paper with what it does not know taken from an older description of the same paper. A
   * partial source (a list page without dates) then never erases what a fuller one has told.
   */
  public Paper filledFrom(Paper older) {
    Map<String, @Nullable Object> both = new LinkedHashMap<>(older.metadata);
    both.putAll(metadata);
    return new Paper(
        id,
        title.isBlank() ? older.title : title,
        abstractText.isBlank() ? older.abstractText : abstractText,
        authors.isEmpty() ? older.authors : authors,
        published.or(older::published),
        categories.isEmpty() ? older.categories : categories,
        url.or(older::url),
        both);
  }
}
