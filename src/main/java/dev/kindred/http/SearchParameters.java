package dev.kindred.http;

import dev.kindred.index.Filter;
import dev.kindred.index.Order;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.Browsing;
import dev.kindred.search.FacetWish;
import dev.kindred.search.ListShape;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The parameters of {@code /v1/search}, and what they ask for together. */
final class SearchParameters {
  static final KnownParameters KNOWN =
      new KnownParameters(
          Stream.concat(Stream.of("q", "query", "mode", "sort"), FilterParameters.DATES.stream())
              .toList(),
          FilterParameters.PAGE,
          FilterParameters.LISTS);

  private SearchParameters() {}

  static SearchRequest parse(Parameters parameters) {
    Optional<String> query = query(parameters);
    Optional<SearchMode> mode = parameters.one("mode").map(SearchParameters::mode);
    Optional<String> sort = parameters.one("sort");
    Optional<Order> order = sort.flatMap(SearchParameters::order);
    Filter filter = FilterParameters.filter(parameters);
    Showing showing = Showing.of(FilterParameters.page(parameters));
    if (query.isPresent()) {
      ListShape shape = new ListShape(order, OptionalDouble.empty(), 0, false, FacetWish.NONE);
      return new SearchRequest.Make(
          new SearchQuery(query.get(), mode.orElse(SearchMode.HYBRID), filter, shape), showing);
    }
    requireNoQueryNeeded(mode, sort, order);
    if (filter.isEmpty() && order.isEmpty()) {
      throw new InvalidRequest(
          "there is nothing to search for; give q, or a filter (category, author, published_from,"
              + " published_to), or sort=date");
    }
    return new SearchRequest.Make(
        new Browsing(filter, order.orElse(Order.NEWEST_FIRST), FacetWish.NONE), showing);
  }

  private static void requireNoQueryNeeded(
      Optional<SearchMode> mode, Optional<String> sort, Optional<Order> order) {
    if (mode.isPresent()) {
      throw new InvalidRequest("mode says how to answer q, but there is no q");
    }
    if (sort.isPresent() && order.isEmpty()) {
      throw new InvalidRequest(
          "sort is \"relevance\", but there is no q that papers could be relevant to");
    }
  }

  private static Optional<String> query(Parameters parameters) {
    Optional<String> q = parameters.one("q");
    Optional<String> query = parameters.one("query");
    if (q.isPresent() && query.isPresent() && !q.equals(query)) {
      throw new InvalidRequest(
          "q is %s and query is %s; they mean the same, give one"
              .formatted(Quoted.of(q.get()), Quoted.of(query.get())));
    }
    return q.or(() -> query);
  }

  private static SearchMode mode(String text) {
    return switch (text) {
      case "hybrid" -> SearchMode.HYBRID;
      case "semantic" -> SearchMode.SEMANTIC;
      case "lexical" -> SearchMode.LEXICAL;
      default ->
          throw new InvalidRequest(
              "mode is %s; it must be hybrid, semantic or lexical".formatted(Quoted.of(text)));
    };
  }

  private static Optional<Order> order(String text) {
    return switch (text) {
      case "relevance" -> Optional.empty();
      case "date" -> Optional.of(Order.NEWEST_FIRST);
      case "date_asc" -> Optional.of(Order.OLDEST_FIRST);
      default ->
          throw new InvalidRequest(
              "sort is %s; it must be relevance, date (newest first) or date_asc"
                  .formatted(Quoted.of(text)));
    };
  }

  /** How {@code sort} names an order. */
  static String name(Order order) {
    return switch (order) {
      case NEWEST_FIRST -> "date";
      case OLDEST_FIRST -> "date_asc";
    };
  }
}
