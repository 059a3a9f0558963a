package dev.kindred.http.request;

import dev.kindred.index.FacetField;
import dev.kindred.index.Order;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.FacetName;
import dev.kindred.search.FacetWish;
import dev.kindred.search.LeastRelevance;
import dev.kindred.search.ListShape;
import dev.kindred.search.Sort;
import dev.kindred.search.recommendation.Diversity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How a list is ordered, cut and counted. */
public final class ShapeParameters {
  /** Of any list. */
  public static final KnownParameters KNOWN =
      KnownParameters.NONE
          .and(ParameterKind.TEXT, "sort")
          .and(ParameterKind.TEXTS, "facets")
          .and(ParameterKind.WHOLE_NUMBER, "facet_limit");

  /** Of a list that was made for a query. */
  static final KnownParameters DETAILS =
      KnownParameters.NONE
          .and(ParameterKind.NUMBER_OR_WORD, "min_relevance")
          .and(ParameterKind.SHARE, "diversity")
          .and(ParameterKind.TRUTH, "fold");

  private ShapeParameters() {}

  public static ListShape shape(Parameters parameters) {
    return new ListShape(
        byDate(parameters),
        minRelevance(parameters),
        diversity(parameters),
        parameters.truth("fold"),
        facets(parameters));
  }

  /** None for that of relevance. */
  public static Optional<Order> byDate(Parameters parameters) {
    return parameters.one("sort").map(Sort::parse).flatMap(Sort::byDate);
  }

  private static OptionalDouble minRelevance(Parameters parameters) {
    return parameters.one("min_relevance").stream().mapToDouble(LeastRelevance::parse).findFirst();
  }

  public static Diversity diversity(Parameters parameters) {
    return new Diversity(parameters.number("diversity", "a number from 0 to 1").orElse(0));
  }

  public static FacetWish facets(Parameters parameters) {
    List<FacetField> fields =
        parameters.all("facets").stream()
            .flatMap(given -> Stream.of(given.split(",", -1)))
            .map(FacetName::parse)
            .toList();
    if (fields.isEmpty() && parameters.one("facet_limit").isPresent()) {
      throw new InvalidRequest("facet_limit says how many values to count, but there is no facets");
    }
    String range = "1 to %d".formatted(FacetWish.MAX_LIMIT);
    return new FacetWish(
        fields, parameters.wholeNumber("facet_limit", FacetWish.DEFAULT_LIMIT, range));
  }
}
