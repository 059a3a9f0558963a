package dev.kindred.http;

import dev.kindred.index.Filter;
import dev.kindred.paper.PublicationDate;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.FilterFields;
import dev.kindred.search.Page;
import java.util.List;
import java.util.Optional;

/** Which papers a search, or a list of similar papers, is narrowed to, and which page of it. */
final class FilterParameters {
  static final List<String> DATES = List.of("published_from", "published_to");
  static final List<String> LISTS = List.of("category", "author");
  static final List<String> PAGE = List.of("limit", "offset");

  private FilterParameters() {}

  static Filter filter(Parameters parameters) {
    return new FilterFields(
            parameters.all("category"),
            parameters.all("author"),
            date(parameters, "published_from").map(PublicationDate::first),
            date(parameters, "published_to").map(PublicationDate::last))
        .toFilter();
  }

  static Page page(Parameters parameters) {
    int limit =
        parameters.wholeNumber("limit", Page.DEFAULT_LIMIT, "1 to %d".formatted(Page.MAX_LIMIT));
    return new Page(limit, parameters.wholeNumber("offset", 0, "0 or more"));
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
