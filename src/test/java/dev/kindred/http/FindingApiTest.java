package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.RunningServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers tell of the sample papers: fit, labels, reasons, spelling, counts. */
class FindingApiTest {
  private static final Path SAMPLES = Path.of("src/main/resources/samples/papers.jsonl");
  private static final String DROUGHT =
      "A hydraulic pulse precedes abscisic acid in the first minutes of root drought perception";

  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    server = RunningServer.start(folder);
    String papers = String.join(",", Files.readAllLines(SAMPLES));
    assertThat(server.post("/v1/papers", "{\"papers\": [%s]}".formatted(papers)).status())
        .isEqualTo(200);
    String reviewed =
        """
        {"title": "A reviewed note on quokkas", "abstract": "Quokkas eat leaves at dusk.",
         "authors": ["Nim Tarrow"], "published": "2011-03",
         "metadata": {"pages": 12, "peer reviewed": true, "venue": ["Notes", "Letters"]}}
        """;
    assertThat(server.put("/v1/papers/quokka", reviewed).status()).isEqualTo(201);
    server.awaitEmbedded();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode search(String parameters) {
    Reply reply = server.get("/v1/search?" + parameters.replace(" ", "+").replace("\"", "%22"));
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    return reply.json();
  }

  private static JsonNode filtered(String filter) {
    Reply reply = server.post("/v1/search", "{\"filter\": %s, \"limit\": 100}".formatted(filter));
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    return reply.json();
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.path("results").forEach(result -> ids.add(result.path("id").asText()));
    return ids;
  }

  @Test
  void aTitleIsStrongAndItsPaperComesFirst() {
    JsonNode answer = search("q=" + DROUGHT);
    JsonNode best = answer.path("results").path(0);
    assertThat(best.path("id").asText()).isEqualTo("sample-drought-sensing-roots");
    assertThat(best.path("label").asText()).isEqualTo("strong");
    assertThat(best.path("relevance").asDouble()).isBetween(.75, 1.);
    assertThat(answer.path("fit").asText()).isEqualTo("strong");
    assertThat(answer.has("notice")).isFalse();
  }

  @Test
  void aQuestionOfAnotherWorldSaysThatNothingFits() {
    JsonNode answer = search("q=pizza mozzarella basil");
    assertThat(answer.path("fit").asText()).isIn("none", "weak");
    assertThat(answer.path("notice").asText()).startsWith("Nothing here fits the query");
    JsonNode all = search("q=pizza mozzarella basil&min_relevance=0");
    assertThat(all.path("total").asInt()).isEqualTo(121);
    assertThat(all.path("min_relevance").asDouble()).isZero();
    assertThat(all.path("notice").asText()).endsWith("this is the nearest there is.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid", "semantic", "lexical"})
  void aThresholdLeavesWhatHasTheLabelAndSaysHowManyItLeftOut(String mode) {
    JsonNode all = search("q=" + DROUGHT + "&min_relevance=0&mode=" + mode);
    JsonNode strong = search("q=" + DROUGHT + "&min_relevance=strong&mode=" + mode);
    assertThat(strong.path("min_relevance").asDouble()).isEqualTo(.75);
    assertThat(strong.path("results"))
        .isNotEmpty()
        .allMatch(hit -> hit.path("label").asText().equals("strong"));
    assertThat(strong.path("total").asInt() + strong.path("left_out").asInt())
        .isEqualTo(all.path("total").asInt());
    assertThat(all.has("left_out")).isFalse();
  }

  @Test
  void scoresNeverRiseDownAList() {
    JsonNode answer = search("q=how do plants sense drought&min_relevance=0&limit=100");
    List<Double> scores =
        StreamSupport.stream(answer.path("results").spliterator(), false)
            .map(hit -> hit.path("score").asDouble())
            .toList();
    assertThat(scores).hasSize(100).isSortedAccordingTo((one, other) -> Double.compare(other, one));
  }

  @Test
  void byDateWhatIsHardlyRelatedIsLeftOutAndTheThresholdIsSaid() {
    JsonNode answer = search("q=how do plants sense drought&sort=date&limit=100");
    assertThat(answer.path("sort").asText()).isEqualTo("date");
    assertThat(answer.path("min_relevance").asDouble()).isEqualTo(.3);
    List<String> dates = new ArrayList<>();
    answer.path("results").forEach(hit -> dates.add(hit.path("published").asText()));
    assertThat(dates).isNotEmpty().isSortedAccordingTo((one, other) -> other.compareTo(one));
    JsonNode oldest = search("q=how do plants sense drought&sort=date_asc&limit=100");
    assertThat(ids(oldest)).containsExactlyInAnyOrderElementsOf(ids(answer));
    assertThat(oldest.path("results").path(0).path("published").asText())
        .isEqualTo(dates.getLast());
  }

  @Test
  void anExplanationTellsRanksScoresWordsAndFusion() {
    JsonNode hit = search("q=how do roots sense drought&explain=true").path("results").path(0);
    JsonNode why = hit.path("explanation");
    assertThat(why.fieldNames())
        .toIterable()
        .containsExactly("tier", "exactly", "meaning", "words", "fusion");
    assertThat(why.path("meaning").fieldNames())
        .toIterable()
        .containsExactly("rank", "cosine", "random_mean", "random_deviation");
    assertThat(why.path("words").fieldNames())
        .toIterable()
        .containsExactly("rank", "bm25", "bm25_at_most", "matched");
    assertThat(why.path("meaning").path("rank").asInt()).isEqualTo(1);
    assertThat(why.path("words").path("bm25").asDouble())
        .isLessThan(why.path("words").path("bm25_at_most").asDouble());
    List<String> matched = new ArrayList<>();
    why.path("words").path("matched").forEach(word -> matched.add(word.path("stem").asText()));
    assertThat(matched).contains("root", "drought");
    JsonNode drought = word("drought", why);
    assertThat(drought.path("title").asInt()).isEqualTo(1);
    assertThat(drought.path("weight").asDouble()).isPositive();
    JsonNode fusion = why.path("fusion");
    assertThat(
            fusion.path("tier").asDouble()
                + fusion.path("meaning").asDouble()
                + fusion.path("words").asDouble())
        .isCloseTo(hit.path("score").asDouble(), within(2e-6));
  }

  private static JsonNode word(String stem, JsonNode explanation) {
    return StreamSupport.stream(explanation.path("words").path("matched").spliterator(), false)
        .filter(word -> word.path("stem").asText().equals(stem))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anExplanationOfOneLegTellsOfThatLegAlone() {
    JsonNode lexical =
        search("q=drought&mode=lexical&explain=true").path("results").path(0).path("explanation");
    assertThat(lexical.has("words")).isTrue();
    assertThat(lexical.has("meaning")).isFalse();
    JsonNode semantic =
        search("q=drought&mode=semantic&explain=true").path("results").path(0).path("explanation");
    assertThat(semantic.has("words")).isFalse();
    assertThat(semantic.has("meaning")).isTrue();
  }

  @Test
  void theTierSaysWhatLiftedAPaper() {
    JsonNode rare = search("q=quokka&explain=true").path("results").path(0);
    assertThat(rare.path("id").asText()).isEqualTo("quokka");
    JsonNode named = search("q=Nim Tarrow&explain=true").path("results").path(0);
    assertThat(named.path("explanation").path("tier").asText()).isEqualTo("named");
    assertThat(named.path("label").asText()).isEqualTo("strong");
    JsonNode quoted = search("q=animals \"at dusk\"&explain=true").path("results").path(0);
    assertThat(quoted.path("id").asText()).isEqualTo("quokka");
    assertThat(quoted.path("explanation").path("tier").asText()).isEqualTo("rare");
    assertThat(quoted.path("explanation").path("exactly").path(0).asText()).isEqualTo("at dusk");
  }

  @Test
  void whatIsQuotedAndNowhereIsSaid() {
    JsonNode answer = search("q=drought \"zorbing quarks\" \"drought\"");
    assertThat(answer.path("not_found").toString()).isEqualTo("[\"zorbing quarks\"]");
    assertThat(search("q=\"drought\"").has("not_found")).isFalse();
  }

  @Test
  void aWordThatIsNowhereIsOfferedBetterAndNeverReplaced() {
    JsonNode answer = search("q=quokkkas in droughht&mode=lexical");
    assertThat(answer.path("did_you_mean").toString())
        .isEqualTo(
            "{\"q\":\"quokkas in drought\",\"words\":[{\"given\":\"quokkkas\",\"near\":\"quokkas\"},"
                + "{\"given\":\"droughht\",\"near\":\"drought\"}]}");
    assertThat(answer.path("total").asInt()).isZero();
    assertThat(answer.path("notice").asText())
        .isEqualTo("No paper matches the query and its filters.");
    assertThat(search("q=quokkas in drought").has("did_you_mean")).isFalse();
  }

  @Test
  void wordsAreCountedOverAllThatMatchAndMeaningOverTheList() {
    JsonNode lexical =
        search("q=drought&mode=lexical&facets=category,year,author,metadata.licence&facet_limit=2")
            .path("facets");
    assertThat(lexical.path("over").asText()).isEqualTo("all_matching");
    assertThat(lexical.path("fields").fieldNames())
        .toIterable()
        .containsExactly("category", "year", "author", "metadata.licence");
    JsonNode categories = lexical.path("fields").path("category");
    assertThat(categories.path("values").size()).isLessThanOrEqualTo(2);
    assertThat(categories.path("distinct").asInt())
        .isGreaterThanOrEqualTo(categories.path("values").size());
    JsonNode hybrid = search("q=drought&facets=year&facet_limit=100").path("facets");
    assertThat(hybrid.path("over").asText()).isEqualTo("listed");
  }

  @Test
  void theCountsOfAListAddUpToIt() {
    JsonNode answer = search("q=drought&min_relevance=0&facets=year&facet_limit=100");
    int counted = 0;
    for (JsonNode year : answer.path("facets").path("fields").path("year").path("values")) {
      counted += year.path("papers").asInt();
      assertThat(year.path("value").asText()).matches("[0-9]{4}");
    }
    assertThat(counted).isEqualTo(answer.path("total").asInt()).isEqualTo(121);
  }

  @Test
  void everythingCanBeCountedWithoutAQuery() {
    JsonNode answer = search("facets=metadata.venue");
    assertThat(answer.path("total").asInt()).isEqualTo(121);
    assertThat(answer.path("facets").toString())
        .isEqualTo(
            "{\"over\":\"all_matching\",\"fields\":{\"metadata.venue\":{\"values\":"
                + "[{\"value\":\"Letters\",\"papers\":1},{\"value\":\"Notes\",\"papers\":1}],"
                + "\"distinct\":2}}}");
  }

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
    assertThat(ids(search("q=leaves&min_relevance=0&" + filter))).contains("quokka");
    assertThat(ids(search(filter))).contains("quokka");
    assertThat(ids(search("published_from=2012&" + filter))).doesNotContain("quokka");
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
    assertThat(filtered(filter).path("total").asInt()).isEqualTo(papers);
  }

  @Test
  void aFilterThatBreaksARuleIsRefusedWithItsPlace() {
    Reply reply = server.post("/v1/search", "{\"q\":\"x\",\"filter\":{\"or\":[{\"category\":7}]}}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail())
        .isEqualTo("filter.or[0].category holds the number 7; it must be a string");
  }

  @Test
  void depthOfAFilterIsAnsweredNotSuffered() {
    String deep = "{\"not\":".repeat(20_000) + "{\"year\":2020}" + "}".repeat(20_000);
    Reply reply = server.post("/v1/search", "{\"filter\":%s}".formatted(deep));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(server.get("/livez").status()).isEqualTo(200);
  }

  @Test
  void tooManyQuotedPhrasesAreRefused() {
    Reply reply = server.get("/v1/search?q=" + "%22a%22%20%22b%22" + quoted());
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail())
        .isEqualTo("q has 22 phrases in quotation marks; at most 20 are allowed");
  }

  private static String quoted() {
    StringBuilder phrases = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      phrases.append("%20%22p").append(i).append("%22");
    }
    return phrases.toString();
  }

  @Test
  void similarPapersAreFilteredByTheSameRules() {
    Reply reply = server.get("/v1/papers/quokka/similar?year=2010-2030&metadata.licence=CC0-1.0");
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    assertThat(reply.json().path("results").size()).isEqualTo(10);
    Reply none = server.get("/v1/similar?id=quokka&metadata.licence=none");
    assertThat(none.json().path("total").asInt()).isZero();
  }
}
