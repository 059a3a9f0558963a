package dev.kindred.http.request;

import dev.kindred.index.Filter;
import dev.kindred.index.Order;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.Browsing;
import dev.kindred.search.ListCursor;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of {@code /v1/search}, and what they ask for together. */
public final class SearchParameters {
  public static final KnownParameters KNOWN =
      KnownParameters.NONE
          .and(ParameterKind.TEXT, "q", "query", "mode", "cursor")
          .and(ParameterKind.OBJECT, "filter")
          .and(FilterParameters.KNOWN)
          .and(ShapeParameters.KNOWN)
          .and(ShapeParameters.DETAILS)
          .and(ShowingParameters.PAGE)
          .and(ShowingParameters.DETAILS);

  private static final Set<String> WITH_CURSOR =
      Set.of("cursor", "limit", "offset", "explain", "sentences");

  private static final Set<String> NEEDS_QUERY =
      Set.of("mode", "min_relevance", "diversity", "fold", "explain", "sentences");

  private SearchParameters() {}

  public static SearchRequest parse(Parameters parameters) {
    Showing showing = ShowingParameters.showing(parameters);
    Optional<String> cursor = parameters.one("cursor");
    if (cursor.isPresent()) {
      ShowingParameters.requireAlone(parameters.names(), WITH_CURSOR);
      return new SearchRequest.Continue(ListCursor.parse(cursor.get()), showing);
    }
    return query(parameters)
        .map(query -> search(query, parameters, showing))
        .orElseGet(() -> browse(parameters, showing));
  }

  private static SearchRequest search(String query, Parameters parameters, Showing showing) {
    return new SearchRequest.Make(
        new SearchQuery(
            query,
            mode(parameters),
            FilterParameters.filter(parameters),
            ShapeParameters.shape(parameters)),
        showing);
  }

  private static SearchMode mode(Parameters parameters) {
    return parameters
        .choice(
            "mode",
            Map.of(
                "hybrid", SearchMode.HYBRID,
                "semantic", SearchMode.SEMANTIC,
                "lexical", SearchMode.LEXICAL),
            "hybrid, semantic or lexical")
        .orElse(SearchMode.HYBRID);
  }

  private static SearchRequest browse(Parameters parameters, Showing showing) {
    TreeSet<String> useless = new TreeSet<>(parameters.names());
    useless.retainAll(NEEDS_QUERY);
    if (!useless.isEmpty()) {
      throw new InvalidRequest(
          "%s says how to answer q, but there is no q".formatted(useless.getFirst()));
    }
    Optional<Order> order = ShapeParameters.byDate(parameters);
    if (parameters.one("sort").isPresent() && order.isEmpty()) {
      throw new InvalidRequest(
          "sort is \"relevance\", but there is no q that papers could be relevant to");
    }
    Filter filter = FilterParameters.filter(parameters);
    if (filter.isEmpty() && order.isEmpty() && parameters.all("facets").isEmpty()) {
      throw new InvalidRequest(
          "there is nothing to search for; give q, or a filter (category, author, year,"
              + " published_from, published_to, metadata.NAME), or sort=date, or facets");
    }
    return new SearchRequest.Make(
        new Browsing(filter, order.orElse(Order.NEWEST_FIRST), ShapeParameters.facets(parameters)),
        showing);
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
}
