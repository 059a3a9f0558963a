package dev.kindred.http.request;

import static dev.kindred.http.request.AskedSearch.anyOf;
import static dev.kindred.http.request.AskedSearch.filterOf;
import static dev.kindred.http.request.AskedSearch.made;
import static dev.kindred.http.request.AskedSearch.ofJson;
import static dev.kindred.http.request.AskedSearch.ofQuery;
import static dev.kindred.http.request.AskedSearch.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.Filter;
import dev.kindred.index.Order;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.Browsing;
import dev.kindred.search.FacetWish;
import dev.kindred.search.Page;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FilterParametersTest {
  @Test
  void aPeriodIncludesItsLastDay() {
    assertThat(ofQuery("published_from=2024&published_to=2024"))
        .isEqualTo(
            made(
                new Browsing(
                    new Filter.All(List.of(published("2024-01-01", "2024-12-31"))),
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
  void oneOfTheYearsIsEnough() {
    Filter wanted =
        new Filter.All(
            List.of(
                anyOf(
                    published("2024-01-01", "2024-12-31"), published("2019-01-01", "2020-12-31"))));
    assertThat(filterOf(ofQuery("q=x&year=2024&year=2019-2020&year=2024"))).isEqualTo(wanted);
    assertThat(filterOf(ofJson("{\"q\": \"x\", \"year\": [2024, \"2019-2020\"]}")))
        .isEqualTo(wanted);
    assertThat(filterOf(ofJson("{\"year\": 2024}")))
        .isEqualTo(new Filter.All(List.of(anyOf(published("2024-01-01", "2024-12-31")))));
  }

  @Test
  void ofAMetadataFieldOneValueIsEnoughAndOfSeveralFieldsAllMustFit() {
    Filter wanted =
        new Filter.All(
            List.of(
                anyOf(new Filter.Metadata("venue", "ACL"), new Filter.Metadata("venue", "EMNLP")),
                anyOf(new Filter.Metadata("peer.reviewed", "true")),
                new Filter.MetadataRange("pages", OptionalDouble.of(8), OptionalDouble.empty()),
                new Filter.MetadataRange("stars", OptionalDouble.of(-1.5), OptionalDouble.of(2))));
    assertThat(
            filterOf(
                ofQuery(
                    "q=x&metadata.venue=ACL&metadata.venue=EMNLP&metadata.peer.reviewed=true"
                        + "&metadata_from.pages=8&metadata_from.stars=-1.5&metadata_to.stars=2")))
        .isEqualTo(wanted);
    assertThat(
            filterOf(
                ofJson(
                    """
                    {"q": "x", "metadata.venue": ["ACL", "EMNLP"], "metadata.peer.reviewed": true,
                     "metadata_from.pages": 8, "metadata_from.stars": -1.5, "metadata_to.stars": 2}
                    """)))
        .isEqualTo(wanted);
  }

  @Test
  void aNumberInMetadataKeepsItsDigits() {
    assertThat(filterOf(ofJson("{\"metadata.version\": 2.50}")))
        .isEqualTo(new Filter.All(List.of(anyOf(new Filter.Metadata("version", "2.50")))));
  }

  @Test
  void aFilterObjectStandsBesideOtherFilters() {
    Filter either = anyOf(new Filter.Category("b"), new Filter.AuthorName("Ada"));
    String object = "{\"or\": [{\"category\": \"b\"}, {\"author\": \"Ada\"}]}";
    assertThat(filterOf(ofJson("{\"q\": \"x\", \"filter\": %s}".formatted(object))))
        .isEqualTo(either);
    assertThat(
            filterOf(
                ofJson("{\"q\": \"x\", \"category\": \"a\", \"filter\": %s}".formatted(object))))
        .isEqualTo(new Filter.All(List.of(anyOf(new Filter.Category("a")), either)));
  }

  @Test
  void aFilterObjectAloneBrowses() {
    assertThat(ofJson("{\"filter\": {\"not\": {\"category\": \"a\"}}}"))
        .isEqualTo(
            made(
                new Browsing(
                    new Filter.Not(new Filter.Category("a")), Order.NEWEST_FIRST, FacetWish.NONE),
                Page.FIRST));
  }
}
