package dev.kindred.http;

import dev.kindred.index.Filter;
import dev.kindred.paper.PaperDraft;
import dev.kindred.paper.PublicationDate;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which papers a search, or a list of similar papers, is narrowed to, and which page of it. */
final class FilterParameters {
  static final List<String> DATES = List.of("published_from", "published_to");
  static final List<String> LISTS = List.of("category", "author");
  static final List<String> PAGE = List.of("limit", "offset");

  /** More than anyone means; each costs a clause of the index query. */
  static final int MAX_VALUES = 100;

  private FilterParameters() {}

  static Filter filter(Parameters parameters) {
    Optional<PublicationDate> from = date(parameters, "published_from");
    Optional<PublicationDate> to = date(parameters, "published_to");
    Optional<LocalDate> first = from.map(PublicationDate::first);
    Optional<LocalDate> last = to.map(PublicationDate::last);
    if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
      throw new InvalidRequest(
          "published_from is %s and published_to is %s; from must not be after to"
              .formatted(from.get(), to.get()));
    }
    return new Filter(names(parameters, "category"), names(parameters, "author"), first, last);
  }

  static Page page(Parameters parameters) {
    int limit =
        parameters.wholeNumber("limit", Page.DEFAULT_LIMIT, "1 to %d".formatted(Page.MAX_LIMIT));
    return new Page(limit, parameters.wholeNumber("offset", 0, "0 or more"));
  }

  private static List<String> names(Parameters parameters, String name) {
    List<String> values = parameters.all(name).stream().map(String::strip).distinct().toList();
    if (values.size() > MAX_VALUES) {
      throw new InvalidRequest(
          "%s has %d values; at most %d are allowed".formatted(name, values.size(), MAX_VALUES));
    }
    for (String value : values) {
      if (value.getBytes(StandardCharsets.UTF_8).length > PaperDraft.MAX_NAME_BYTES) {
        throw new InvalidRequest(
            "%s is %s; it must have at most %d bytes"
                .formatted(name, Quoted.of(value), PaperDraft.MAX_NAME_BYTES));
      }
    }
    return values;
  }

  private static Optional<PublicationDate> date(Parameters parameters, String name) {
    Optional<String> text = parameters.one(name);
    Optional<PublicationDate> date =
        text.filter(given -> given.length() <= "YYYY-MM-DD".length())
            .flatMap(PublicationDate::parse);
    if (text.isPresent() && date.isEmpty()) {
      throw new InvalidRequest(
          "%s is %s; it must be a date as YYYY, YYYY-MM or YYYY-MM-DD"
              .formatted(name, Quoted.of(text.get())));
    }
    return date;
  }
}
