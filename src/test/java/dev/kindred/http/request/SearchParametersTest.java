package dev.kindred.http.request;

import static dev.kindred.http.request.AskedSearch.anyOf;
import static dev.kindred.http.request.AskedSearch.made;
import static dev.kindred.http.request.AskedSearch.ofJson;
import static dev.kindred.http.request.AskedSearch.ofQuery;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.FacetField;
import dev.kindred.index.Filter;
import dev.kindred.index.Order;
import dev.kindred.search.Browsing;
import dev.kindred.search.FacetWish;
import dev.kindred.search.FilterFields;
import dev.kindred.search.ListCursor;
import dev.kindred.search.ListShape;
import dev.kindred.search.Page;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import dev.kindred.search.recommendation.Diversity;
import dev.kindred.search.sentence.SentenceWish;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchParametersTest {
  private static final Filter EVERYTHING =
      new FilterFields(
              List.of("cs.CL", "cs.LG"),
              List.of("Ada Lovelace"),
              Optional.of(LocalDate.of(2020, 1, 1)),
              Optional.of(LocalDate.of(2021, 2, 28)),
              List.of(),
              List.of(),
              List.of())
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
                    new Filter.All(List.of(anyOf(new Filter.Category("a")))),
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

  @Test
  void everythingCanBeCountedWithoutAQuery() {
    assertThat(ofQuery("facets=year"))
        .isEqualTo(
            made(
                new Browsing(
                    Filter.NONE,
                    Order.NEWEST_FIRST,
                    new FacetWish(List.of(new FacetField.Year()), FacetWish.DEFAULT_LIMIT)),
                Page.FIRST));
  }

  @Test
  void aQueryGivenTwiceInTheSameWordsIsOneQuery() {
    assertThat(ofQuery("q=a&query=a")).isEqualTo(ofQuery("q=a"));
  }

  @Test
  void theShapeOfAListIsSpelledInParameters() {
    ListShape shape =
        new ListShape(
            Optional.empty(),
            OptionalDouble.of(.25),
            new Diversity(.5),
            true,
            new FacetWish(
                List.of(
                    new FacetField.Category(),
                    new FacetField.Year(),
                    new FacetField.AuthorName(),
                    new FacetField.Metadata("peer reviewed")),
                5));
    SearchRequest wanted =
        new SearchRequest.Make(
            new SearchQuery("x", SearchMode.HYBRID, Filter.NONE, shape),
            new Showing(Page.FIRST, true, SentenceWish.EXACT));
    assertThat(
            ofQuery(
                "q=x&min_relevance=0.25&diversity=0.5&fold=true&facets=category,year"
                    + "&facets=author&facets=metadata.peer+reviewed&facet_limit=5&explain=true"
                    + "&sentences=exact"))
        .isEqualTo(wanted);
    assertThat(
            ofJson(
                """
                {"q": "x", "min_relevance": 0.25, "diversity": 0.5, "fold": true,
                 "facets": ["category", "year,author", "metadata.peer reviewed"], "facet_limit": 5,
                 "explain": true, "sentences": "exact"}
                """))
        .isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "strong, .8",
    "related, .3",
    "weak, 0",
    "1, 1",
    "0, 0",
    "2.5e-1, .25",
    ".5, .5",
    ".5e-1, .05"
  })
  void aThresholdIsANumberOrALabel(String text, double least) {
    assertThat(shapeOf("min_relevance=" + text).minRelevance()).hasValue(least);
  }

  @ParameterizedTest
  @CsvSource({"date, NEWEST_FIRST", "date_asc, OLDEST_FIRST"})
  void whatIsFoundCanBeSortedByDate(String sort, Order order) {
    assertThat(shapeOf("sort=" + sort).byDate()).contains(order);
    assertThat(shapeOf("sort=" + sort).minRelevance()).isEmpty();
  }

  private static ListShape shapeOf(String parameter) {
    return ofQuery("q=x&" + parameter) instanceof SearchRequest.Make(SearchQuery query, _)
        ? query.shape()
        : ListShape.PLAIN;
  }

  @Test
  void aCursorStandsWithAPageAndWhatIsToldOfIt() {
    String cursor = "AbCdEf-hIj_lMnOp";
    assertThat(ofQuery("cursor=" + cursor + "&limit=5&offset=5&explain=true&sentences=ready"))
        .isEqualTo(
            new SearchRequest.Continue(
                new ListCursor(cursor),
                new Showing(new Page(5, 5), true, SentenceWish.AS_AVAILABLE)));
    assertThat(ofJson("{\"cursor\": \"%s\", \"q\": null}".formatted(cursor)))
        .isEqualTo(new SearchRequest.Continue(new ListCursor(cursor), Showing.of(Page.FIRST)));
  }
}
