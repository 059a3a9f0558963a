package dev.kindred.http.request;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.recommendation.Example;
import dev.kindred.search.recommendation.Examples;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /v1/recommendations} asks for. Papers and texts have names of their own here,
 * because a query string cannot tell one from the other.
 */
public final class RecommendationParameters {
  private static final KnownParameters KNOWN =
      WishParameters.KNOWN.and(
          ParameterKind.TEXTS, "positive", "negative", "positive_text", "negative_text", "exclude");

  private final Parameters parameters;

  private RecommendationParameters(Parameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Reads a query string.
   *
   * @throws InvalidRequest naming the first thing that is wrong
   */
  public static SearchRequest parse(@Nullable String query) {
    Parameters parameters = Parameters.ofQuery(query, KNOWN);
    return WishParameters.request(parameters, new RecommendationParameters(parameters)::examples);
  }

  private Examples examples() {
    return new Examples(
        examples("positive", "positive_text"),
        examples("negative", "negative_text"),
        Set.copyOf(ids("exclude")));
  }

  private List<Example> examples(String papers, String texts) {
    Stream<Example> ofPapers = ids(papers).stream().map(Example.OfPaper::new);
    return Stream.concat(ofPapers, parameters.all(texts).stream().map(Example.OfText::new))
        .toList();
  }

  private List<PaperId> ids(String name) {
    return parameters.all(name).stream().map(text -> GivenId.parse(name, text)).toList();
  }
}
