package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.RunningServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the sample papers filters leave, and how many have which values. */
class FilterApiTest extends SampleApi {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata.venue=Letters",
        "metadata.venue=Nowhere&metadata.venue=Notes",
        "metadata.peer reviewed=true",
        "metadata.pages=12.0",
        "metadata_from.pages=12",
        "metadata_to.pages=12&metadata_from.pages=-1e3",
        "year=2011",
        "year=2010-2011&author=tarrow",
      })
  void papersAreFilteredByMetadataAndYears(String filter) {
    assertThat(SampleServer.ids(samples.search("q=leaves&min_relevance=0&" + filter)))
        .contains("quokka");
    assertThat(SampleServer.ids(samples.search(filter))).contains("quokka");
    assertThat(SampleServer.ids(samples.search("published_from=2012&" + filter)))
        .doesNotContain("quokka");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"metadata\":{\"venue\":\"Notes\"}}|1",
        "{\"metadata\":{\"pages\":12}}|1",
        "{\"metadata\":{\"peer reviewed\":true}}|1",
        "{\"metadata\":{\"pages\":{\"from\":12.5}}}|0",
        "{\"not\":{\"metadata\":{\"licence\":\"CC0-1.0\"}}}|1",
        "{\"or\":[{\"metadata\":{\"venue\":\"Notes\"}},{\"metadata\":{\"licence\":\"CC0-1.0\"}}]}|121",
        "{\"and\":[{\"metadata\":{\"venue\":\"Notes\"}},{\"metadata\":{\"licence\":\"CC0-1.0\"}}]}|0",
        "{\"and\":[{\"not\":{\"year\":\"1900-2010\"}},{\"published_to\":\"2011-03-31\"},{\"author\":\"Tarrow\"}]}|1",
      })
  void conditionsAreCombinedInABody(String filter, int papers) {
    assertThat(samples.filtered(filter).path("total").asInt()).isEqualTo(papers);
  }

  @Test
  void aFilterThatBreaksARuleIsRefusedWithItsPlace() {
    Reply reply =
        samples.server().post("/v1/search", "{\"q\":\"x\",\"filter\":{\"or\":[{\"category\":7}]}}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail())
        .isEqualTo("filter.or[0].category holds the number 7; it must be a string");
  }

  @Test
  void depthOfAFilterIsAnsweredNotSuffered() {
    String deep = "{\"not\":".repeat(20_000) + "{\"year\":2020}" + "}".repeat(20_000);
    Reply reply = samples.server().post("/v1/search", "{\"filter\":%s}".formatted(deep));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(samples.server().get("/livez").status()).isEqualTo(200);
  }

  @Test
  void similarPapersAreFilteredByTheSameRules() {
    Reply reply =
        samples.server().get("/v1/papers/quokka/similar?year=2010-2030&metadata.licence=CC0-1.0");
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    assertThat(reply.json().path("results").size()).isEqualTo(10);
    Reply none = samples.server().get("/v1/similar?id=quokka&metadata.licence=none");
    assertThat(none.json().path("total").asInt()).isZero();
  }

  @Test
  void wordsAreCountedOverAllThatMatchAndMeaningOverTheList() {
    JsonNode lexical =
        samples
            .search(
                "q=drought&mode=lexical&facets=category,year,author,metadata.licence&facet_limit=2")
            .path("facets");
    assertThat(lexical.path("over").asText()).isEqualTo("all_matching");
    assertThat(lexical.path("fields").fieldNames())
        .toIterable()
        .containsExactly("category", "year", "author", "metadata.licence");
    JsonNode categories = lexical.path("fields").path("category");
    assertThat(categories.path("values").size()).isLessThanOrEqualTo(2);
    assertThat(categories.path("distinct").asInt())
        .isGreaterThanOrEqualTo(categories.path("values").size());
    JsonNode hybrid = samples.search("q=drought&facets=year&facet_limit=100").path("facets");
    assertThat(hybrid.path("over").asText()).isEqualTo("listed");
  }

  @Test
  void theCountsOfAListAddUpToIt() {
    JsonNode answer = samples.search("q=drought&min_relevance=0&facets=year&facet_limit=100");
    int counted = 0;
    for (JsonNode year : answer.path("facets").path("fields").path("year").path("values")) {
      counted += year.path("papers").asInt();
      assertThat(year.path("value").asText()).matches("[0-9]{4}");
    }
    assertThat(counted).isEqualTo(answer.path("total").asInt()).isEqualTo(121);
  }

  @Test
  void everythingCanBeCountedWithoutAQuery() {
    JsonNode answer = samples.search("facets=metadata.venue");
    assertThat(answer.path("total").asInt()).isEqualTo(121);
    assertThat(answer.path("facets").toString())
        .isEqualTo(
            "{\"over\":\"all_matching\",\"fields\":{\"metadata.venue\":{\"values\":"
                + "[{\"value\":\"Letters\",\"papers\":1},{\"value\":\"Notes\",\"papers\":1}],"
                + "\"distinct\":2}}}");
  }
}
