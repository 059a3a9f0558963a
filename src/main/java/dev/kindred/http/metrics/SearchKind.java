package dev.kindred.http.metrics;

import dev.kindred.search.Browsing;
import dev.kindred.search.ListRequest;
import dev.kindred.search.RecommendationQuery;
import dev.kindred.search.SearchAnswer;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.SimilarQuery;
import java.util.Locale;

/**
 * What sort of search was answered, without what was asked.
 *
 * @param kind search, browse, similar or recommend
 * @param mode hybrid, semantic or lexical; none where no words are searched for
 * @param list new, or kept where it was made for an earlier request
 */
public record SearchKind(String kind, String mode, String list) {
  private static final String NONE = "none";

  public static SearchKind of(SearchAnswer answer) {
    String list = lower(answer.origin());
    ListRequest request = answer.request();
    return switch (request) {
      case SearchQuery query -> new SearchKind("search", lower(query.mode()), list);
      case Browsing _ -> new SearchKind("browse", NONE, list);
      case SimilarQuery _ -> new SearchKind("similar", NONE, list);
      case RecommendationQuery _ -> new SearchKind("recommend", NONE, list);
    };
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
