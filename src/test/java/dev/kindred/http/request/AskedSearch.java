package dev.kindred.http.request;

import dev.kindred.index.Filter;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.Browsing;
import dev.kindred.search.ListRequest;
import dev.kindred.search.Page;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a query string or a JSON object asks {@code /v1/search} for. */
final class AskedSearch {
  private AskedSearch() {}

  static SearchRequest ofQuery(String query) {
    return SearchParameters.parse(Parameters.ofQuery(query, SearchParameters.KNOWN));
  }

  static SearchRequest ofJson(String json) {
    return SearchParameters.parse(Parameters.ofJson(PaperJson.parse(json), SearchParameters.KNOWN));
  }

  static Filter anyOf(Filter... parts) {
    return new Filter.Any(List.of(parts));
  }

  static Filter published(String from, String to) {
    return new Filter.Published(
        Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to)));
  }

  static Filter filterOf(SearchRequest request) {
    return switch (request) {
      case SearchRequest.Make(SearchQuery query, _) -> query.filter();
      case SearchRequest.Make(Browsing browsing, _) -> browsing.filter();
      default -> throw new AssertionError(request);
    };
  }

  static SearchRequest made(ListRequest list, Page page) {
    return new SearchRequest.Make(list, Showing.of(page));
  }
}
