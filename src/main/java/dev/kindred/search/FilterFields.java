package dev.kindred.search;

import dev.kindred.index.Filter;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A filter as an address or a command line spells it: one of the categories, all of the authors, a
 * period, one of the years, of each metadata field one of its values, and all ranges. Blanks around
 * names and repetitions make no difference.
 */
public record FilterFields(
    List<String> categories,
    List<String> authors,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    List<Years> years,
    List<Filter.Metadata> metadata,
    List<Filter.MetadataRange> ranges) {
  /** More values of a field than anyone means. */
  private static final int MAX_VALUES = 100;

  public FilterFields {
    categories = distinct("category", categories.stream().map(String::strip).toList());
    authors = distinct("author", authors.stream().map(String::strip).toList());
    years = distinct("year", years);
    metadata = distinct("metadata", metadata);
    ranges = distinct("metadata", ranges);
  }

  private static <T> List<T> distinct(String field, List<T> values) {
    List<T> distinct = values.stream().distinct().toList();
    if (distinct.size() > MAX_VALUES) {
      throw new InvalidRequest(
          "%s has %d values; at most %d are allowed".formatted(field, distinct.size(), MAX_VALUES));
    }
    return distinct;
  }

  /**
   * The filter that this spells.
   *
   * @throws InvalidRequest if a name is empty or too long, or the period ends before it begins
   */
  public Filter.All toFilter() {
    List<Filter> parts = new ArrayList<>();
    if (!categories.isEmpty()) {
      parts.add(new Filter.Any(categories.stream().<Filter>map(Filter.Category::new).toList()));
    }
    authors.forEach(name -> parts.add(new Filter.AuthorName(name)));
    if (from.isPresent() || to.isPresent()) {
      parts.add(new Filter.Published(from, to));
    }
    if (!years.isEmpty()) {
      parts.add(new Filter.Any(years.stream().map(Years::toFilter).toList()));
    }
    byName().values().forEach(values -> parts.add(new Filter.Any(values)));
    parts.addAll(ranges);
    return new Filter.All(parts);
  }

  private Map<String, List<Filter>> byName() {
    Map<String, List<Filter>> byName = new LinkedHashMap<>();
    metadata.forEach(
        wanted -> byName.computeIfAbsent(wanted.name(), _ -> new ArrayList<>()).add(wanted));
    return byName;
  }
}
