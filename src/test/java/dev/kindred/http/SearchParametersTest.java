package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.Filter;
import dev.kindred.index.Order;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.Browsing;
import dev.kindred.search.FacetWish;
import dev.kindred.search.FilterFields;
import dev.kindred.search.ListRequest;
import dev.kindred.search.ListShape;
import dev.kindred.search.Page;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchParametersTest {
  private static SearchRequest ofQuery(String query) {
    return SearchParameters.parse(Parameters.ofQuery(query, SearchParameters.KNOWN));
  }

  private static SearchRequest ofJson(String json) {
    return SearchParameters.parse(Parameters.ofJson(PaperJson.parse(json), SearchParameters.KNOWN));
  }

  private static SearchRequest made(ListRequest list, Page page) {
    return new SearchRequest.Make(list, Showing.of(page));
  }

  private static final Filter EVERYTHING =
      new FilterFields(
              List.of("cs.CL", "cs.LG"),
              List.of("Ada Lovelace"),
              Optional.of(LocalDate.of(2020, 1, 1)),
              Optional.of(LocalDate.of(2021, 2, 28)))
          .toFilter();

  @Test
  void aQueryStringAsksWithEverythingThereIs() {
    assertThat(
            ofQuery(
                "q=deep+learning&mode=semantic&limit=5&offset=20&category=cs.CL&category=cs.LG"
                    + "&author=Ada%20Lovelace&published_from=2020&published_to=2021-02"
                    + "&sort=relevance"))
        .isEqualTo(
            made(
                new SearchQuery("deep learning", SearchMode.SEMANTIC, EVERYTHING, ListShape.PLAIN),
                new Page(5, 20)));
  }

  @Test
  void aJsonObjectAsksForTheSame() {
    assertThat(
            ofJson(
                """
                {"query": "deep learning", "mode": "semantic", "limit": 5, "offset": 20,
                 "category": ["cs.CL", "cs.LG"], "author": "Ada Lovelace",
                 "published_from": "2020", "published_to": "2021-02", "sort": null}
                """))
        .isEqualTo(
            made(
                new SearchQuery("deep learning", SearchMode.SEMANTIC, EVERYTHING, ListShape.PLAIN),
                new Page(5, 20)));
  }

  @Test
  void aBareQueryIsHybridAndGivesTen() {
    assertThat(ofQuery("q=x"))
        .isEqualTo(
            made(
                new SearchQuery("x", SearchMode.HYBRID, Filter.NONE, ListShape.PLAIN), Page.FIRST));
  }

  @Test
  void aFilterAloneBrowsesNewestFirst() {
    assertThat(ofQuery("category=a"))
        .isEqualTo(
            made(
                new Browsing(
                    new FilterFields(List.of("a"), List.of(), Optional.empty(), Optional.empty())
                        .toFilter(),
                    Order.NEWEST_FIRST,
                    FacetWish.NONE),
                Page.FIRST));
  }

  @Test
  void sortingByDateAloneBrowses() {
    assertThat(ofQuery("sort=date"))
        .isEqualTo(made(new Browsing(Filter.NONE, Order.NEWEST_FIRST, FacetWish.NONE), Page.FIRST));
    assertThat(ofQuery("sort=date_asc"))
        .isEqualTo(made(new Browsing(Filter.NONE, Order.OLDEST_FIRST, FacetWish.NONE), Page.FIRST));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|there is nothing to search for; give q",
        "limit=3|there is nothing to search for",
        "q=|q is empty",
        "q=%20+|q is empty",
        "q|q is empty",
        "q=a&query=b|q is \"a\" and query is \"b\"",
        "q=a&q=a|q is given more than once",
        "q=a&limit=0|limit is 0; it must be 1 to 100",
        "q=a&limit=101|limit is 101; it must be 1 to 100",
        "q=a&limit=-1|limit is -1; it must be 1 to 100",
        "q=a&limit=ten|limit is \"ten\"; it must be a whole number, 1 to 100",
        "q=a&limit=1.5|limit is \"1.5\"; it must be a whole number",
        "q=a&limit=99999999999|limit is \"99999999999\"; it must be a whole number",
        "q=a&limit=%D9%A5|it must be a whole number",
        "q=a&limit=5&limit=6|limit is given more than once (\"5\", \"6\")",
        "q=a&offset=-1|offset is -1; it must be 0 or more",
        "q=a&offset=1000|offset is 1000",
        "q=a&mode=fuzzy|mode is \"fuzzy\"; it must be hybrid, semantic or lexical",
        "q=a&sort=title|sort is \"title\"; it must be relevance, date (newest first) or date_asc",
        "category=a&sort=relevance|sort is \"relevance\", but there is no q",
        "category=a&mode=lexical|mode says how to answer q, but there is no q",
        "q=a&category=|category is empty",
        "q=a&published_from=yesterday|published_from is \"yesterday\"; it must be a date as YYYY",
        "q=a&published_to=2024-02-30|published_to is \"2024-02-30\"",
        "q=a&published_to=2024-02-01T00:00:00Z|published_to is \"2024-02-01T00:00:00Z\"",
        "q=a&published_from=2024-05&published_to=2024-04-30|published_from is 2024-05-01 and",
        "q=a&limt=5|\"limt\" is not known here; known are author, category, limit, mode",
        "q=a&Q=b|\"Q\" is not known here"
      })
  void whatBreaksARuleIsRefusedByNameAndRule(String query, String message) {
    assertThatThrownBy(() -> ofQuery(query))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|the body must be a JSON object, not an array",
        "'\"q\"'|the body must be a JSON object, not the string \"q\"",
        "{\"q\":5}|q holds the number 5; it must be a string",
        "{\"q\":[\"a\"]}|q holds an array; it must be a string",
        "{\"q\":\"a\",\"limit\":\"5\"}|limit holds the string \"5\"; it must be a whole number",
        "{\"q\":\"a\",\"limit\":5.0}|limit holds the number 5.0; it must be a whole number",
        "{\"q\":\"a\",\"limit\":true}|limit holds the boolean true",
        "{\"q\":\"a\",\"limit\":123456789012345678901234567890}|it must be a whole number, 1 to",
        "{\"q\":\"a\",\"category\":{}}|category holds an object; it must be a string or an array",
        "{\"q\":\"a\",\"category\":[\"a\",7]}|category holds the number 7",
        "{\"q\":\"a\",\"category\":[[\"a\"]]}|category holds an array",
        "{\"q\":\"a\",\"author\":[\"\"]}|author is empty",
        "{\"q\":\"a\",\"filters\":null}|\"filters\" is not known here",
        "{\"q\":null}|there is nothing to search for"
      })
  void whatBreaksARuleInJsonIsRefusedByNameAndRule(String json, String message) {
    assertThatThrownBy(() -> ofJson(json))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining(message);
  }

  @Test
  void aPeriodIncludesItsLastDay() {
    assertThat(ofQuery("published_from=2024&published_to=2024"))
        .isEqualTo(
            made(
                new Browsing(
                    new FilterFields(
                            List.of(),
                            List.of(),
                            Optional.of(LocalDate.of(2024, 1, 1)),
                            Optional.of(LocalDate.of(2024, 12, 31)))
                        .toFilter(),
                    Order.NEWEST_FIRST,
                    FacetWish.NONE),
                Page.FIRST));
  }

  @Test
  void tooManyValuesOfAFilterAreRefused() {
    String query = "category=a".concat("&category=x".repeat(3)).concat(categories(100));
    assertThatThrownBy(() -> ofQuery(query))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("category has 102 values; at most 100");
  }

  private static String categories(int count) {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < count; i++) {
      query.append("&category=c").append(i);
    }
    return query.toString();
  }

  @Test
  void aQueryGivenTwiceInTheSameWordsIsOneQuery() {
    assertThat(ofQuery("q=a&query=a")).isEqualTo(ofQuery("q=a"));
  }
}
