package dev.kindred.http.request;

import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.Page;
import dev.kindred.search.Showing;
import dev.kindred.search.sentence.SentenceWish;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which page of a list is wanted, and how much is told of its hits. */
public final class ShowingParameters {
  /** Of any list. */
  public static final KnownParameters PAGE =
      KnownParameters.NONE.and(ParameterKind.WHOLE_NUMBER, "limit", "offset");

  /** Of a list that was made for a query. */
  static final KnownParameters DETAILS =
      KnownParameters.NONE.and(ParameterKind.TRUTH, "explain").and(ParameterKind.TEXT, "sentences");

  private ShowingParameters() {}

  /**
   * Of a request that goes on with a list.
   *
   * @param allowed what can stand beside its cursor, and that itself
   */
  static void requireAlone(Set<String> names, Set<String> allowed) {
    TreeSet<String> others = new TreeSet<>(names);
    others.removeAll(allowed);
    if (!others.isEmpty()) {
      throw new InvalidRequest(
          "%s cannot stand with cursor, which names a list with all that it was made from"
              .formatted(Quoted.of(others.getFirst())));
    }
  }

  public static Showing showing(Parameters parameters) {
    SentenceWish sentences =
        parameters
            .choice(
                "sentences",
                Map.of("ready", SentenceWish.AS_AVAILABLE, "exact", SentenceWish.EXACT),
                "ready or exact")
            .orElse(SentenceWish.AS_AVAILABLE);
    return new Showing(page(parameters), parameters.truth("explain"), sentences);
  }

  public static Page page(Parameters parameters) {
    int limit =
        parameters.wholeNumber("limit", Page.DEFAULT_LIMIT, "1 to %d".formatted(Page.MAX_LIMIT));
    return new Page(limit, parameters.wholeNumber("offset", 0, "0 or more"));
  }
}
