package dev.kindred.search;

import dev.kindred.index.Filter;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A filter as an address or a command line spells it: one of the categories, all of the authors, a
 * period. Blanks around names and repetitions make no difference.
 */
public record FilterFields(
    List<String> categories,
    List<String> authors,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {
  /** More names than anyone means. */
  private static final int MAX_NAMES = 100;

  public FilterFields {
    categories = distinct("category", categories);
    authors = distinct("author", authors);
  }

  private static List<String> distinct(String field, List<String> names) {
    List<String> distinct = names.stream().map(String::strip).distinct().toList();
    if (distinct.size() > MAX_NAMES) {
      throw new InvalidRequest(
          "%s has %d values; at most %d are allowed".formatted(field, distinct.size(), MAX_NAMES));
    }
    return distinct;
  }

  /**
   * The filter that this spells.
   *
   * @throws InvalidRequest if a name is empty or too long, or the period ends before it begins
   */
  public Filter toFilter() {
    List<Filter> parts = new ArrayList<>();
    if (!categories.isEmpty()) {
      parts.add(new Filter.Any(categories.stream().<Filter>map(Filter.Category::new).toList()));
    }
    authors.forEach(name -> parts.add(new Filter.AuthorName(name)));
    if (from.isPresent() || to.isPresent()) {
      parts.add(new Filter.Published(from, to));
    }
    return new Filter.All(parts);
  }
}
