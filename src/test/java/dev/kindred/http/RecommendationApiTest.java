package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.RunningServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the sample papers and a second version of one. */
class RecommendationApiTest {
  private static final String ROOTS = "sample-drought-sensing-roots";
  private static final String CORAL = "sample-coral-larvae-heat-hardening";
  private static final String GLACIER = "sample-glacier-surge-basal-water";

  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    server = RunningServer.start(folder);
    List<String> lines =
        new ArrayList<>(Files.readAllLines(Path.of("src/main/resources/samples/papers.jsonl")));
    String coral = lines.stream().filter(line -> line.contains(CORAL)).findFirst().orElseThrow();
    lines.add(coral.replace(CORAL, "coral-v2").replace("We ", "Here we "));
    String body = "{\"papers\": [%s]}".formatted(String.join(",", lines));
    assertThat(server.post("/v1/papers", body).status()).isEqualTo(200);
    server.awaitEmbedded();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode recommended(String json) {
    Reply reply = server.post("/v1/recommendations", json.replace('\'', '"'));
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    return reply.json();
  }

  private static List<String> ids(JsonNode answer) {
    return answer.path("results").valueStream().map(paper -> paper.path("id").asText()).toList();
  }

  @Test
  void papersLikeTheLikedOnesComeWithTheReason() {
    JsonNode answer =
        recommended(
            "{'positive': [{'id': '%s'}, {'text': 'glaciers that slide on melt water'}],"
                    .formatted(ROOTS)
                + " 'strategy': 'best_score', 'limit': 5}");
    assertThat(ids(answer)).hasSize(5).contains(GLACIER).doesNotContain(ROOTS);
    assertThat(answer.path("strategy").asText()).isEqualTo("best_score");
    JsonNode because = answer.path("results").get(ids(answer).indexOf(GLACIER)).path("because");
    assertThat(because.path("positive").asInt()).isEqualTo(1);
    assertThat(because.has("id")).isFalse();
    assertThat(because.path("cosine").asDouble()).isBetween(.4, 1.0);
    assertThat(because.path("words").size()).isBetween(1, 5);
    assertThat(answer.path("total").asInt()).isEqualTo(119);
    assertThat(answer.path("total_relation").asText()).isEqualTo("eq");
  }

  @Test
  void whereNothingIsLikeWhatIsLikedTheAnswerSaysSo() {
    String kitchen = "{'text': 'pizza with mozzarella and basil'}";
    JsonNode foreign = recommended("{'positive': [%s]}".formatted(kitchen));
    assertThat(foreign.path("fit").asText()).isEqualTo("none");
    assertThat(foreign.path("notice").asText())
        .isEqualTo("Nothing here is much like the examples; this is the nearest there is.");
    assertThat(ids(foreign)).isNotEmpty();
    JsonNode both = recommended("{'positive': [%s, {'id': '%s'}]}".formatted(kitchen, ROOTS));
    assertThat(both.has("notice")).isFalse();
    assertThat(both.has("fit")).isFalse();
  }

  @Test
  void aCursorGoesToTheAddressOfItsKindOfList() {
    String liked =
        recommended("{'positive': [{'id': '%s'}]}".formatted(ROOTS)).path("cursor").asText();
    String found = server.get("/v1/search?q=roots").json().path("cursor").asText();
    String similar = server.get("/v1/similar?id=" + ROOTS).json().path("cursor").asText();
    assertThat(server.get("/v1/search?cursor=" + similar).status()).isEqualTo(200);
    assertRefused(
        server.get("/v1/search?cursor=" + liked),
        "cursor is \"%s\", which is of another kind of list; ask /v1/recommendations for its pages"
            .formatted(liked));
    for (String cursor : List.of(found, similar)) {
      assertRefused(
          server.post("/v1/recommendations", "{\"cursor\": \"%s\"}".formatted(cursor)),
          "cursor is \"%s\", which is of another kind of list; ask /v1/search for its pages"
              .formatted(cursor));
    }
  }

  private static void assertRefused(Reply reply, String detail) {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail()).isEqualTo(detail);
  }

  @Test
  void theNamesOfOldStandForTheSame() {
    JsonNode named =
        recommended(
            "{'positivePaperIds': ['%s'], 'negativePaperIds': ['%s']}".formatted(ROOTS, CORAL));
    JsonNode plain =
        recommended(
            "{'positive': [{'id': '%s'}], 'negative': [{'id': '%s'}]}".formatted(ROOTS, CORAL));
    assertThat(named.path("results")).isEqualTo(plain.path("results"));
    assertThat(ids(named)).doesNotContain(ROOTS, CORAL, "coral-v2");
  }

  @Test
  void versionsOfAnExampleAreLeftOutAndNamed() {
    JsonNode answer = recommended("{'positive': [{'id': '%s'}], 'limit': 100}".formatted(CORAL));
    assertThat(ids(answer)).doesNotContain("coral-v2");
    JsonNode leftOut = answer.path("known_again");
    assertThat(leftOut).hasSize(1);
    assertThat(leftOut.get(0).path("id").asText()).isEqualTo("coral-v2");
    assertThat(leftOut.get(0).path("same_as").asText()).isEqualTo(CORAL);
    assertThat(leftOut.get(0).path("similarity").asDouble()).isBetween(.9, 1.0);
  }

  @Test
  void versionsOfAnotherPaperStandBesideIt() {
    JsonNode answer = recommended("{'positive': [{'id': '%s'}], 'limit': 100}".formatted(ROOTS));
    int place = Math.max(ids(answer).indexOf(CORAL), ids(answer).indexOf("coral-v2"));
    JsonNode also = answer.path("results").get(place).path("also");
    assertThat(also).hasSize(1);
    assertThat(List.of(CORAL, "coral-v2")).contains(also.get(0).path("id").asText());
    assertThat(ids(answer).containsAll(List.of(CORAL, "coral-v2"))).isFalse();
  }

  @Test
  void pagesOfOneListFitTogetherAndFollowItsCursor() {
    String request = "{'positive': [{'id': '%s'}], 'diversity': 0.4, ".formatted(ROOTS);
    JsonNode whole = recommended(request + "'limit': 40}");
    JsonNode second = recommended(request + "'limit': 20, 'offset': 20}");
    assertThat(ids(second)).isEqualTo(ids(whole).subList(20, 40));
    JsonNode byCursor =
        recommended(
            "{'cursor': '%s', 'limit': 20, 'offset': 20}".formatted(whole.path("cursor").asText()));
    assertThat(byCursor.path("results")).isEqualTo(second.path("results"));
  }

  @Test
  void filtersAndKnownPapersNarrowWhatIsRecommended() {
    String request = "{'positive': [{'id': '%s'}], 'category': ['ecology']".formatted(ROOTS);
    List<String> ecology = ids(recommended(request + "}"));
    assertThat(ecology).isNotEmpty();
    List<String> rest =
        ids(recommended(request + ", 'exclude': ['%s', 'unheard-of']}".formatted(ecology.get(0))));
    assertThat(rest).doesNotContain(ecology.get(0));
  }

  @Test
  void aTextThatIsTooLongForTheModelIsSaidToBeCut() {
    JsonNode answer =
        recommended("{'positive': [{'text': '%s'}]}".formatted("roots in dry soil ".repeat(300)));
    assertThat(answer.path("query_truncated").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|the body must be a JSON object, not an array",
        "{}|positive is empty; it needs at least one paper or text",
        "{'like': []}|\"like\" is not known here; known are author, category, cursor, diversity,"
            + " exclude, filter, limit, metadata.NAME, metadata_from.NAME, metadata_to.NAME,"
            + " negative, negativePaperIds, offset, positive, positivePaperIds, published_from,"
            + " published_to, strategy, year",
        "{'positive': 'a'}|positive holds the string \"a\"; it must be an array of papers and texts, as"
            + " {\"id\": …} or {\"text\": …}",
        "{'positive': ['a']}|positive[0] is the string \"a\"; it must be {\"id\": …} or {\"text\": …}",
        "{'positive': [{'id': 'a', 'text': 'b'}]}|positive[0] is \"{\"id\":\"a\",\"text\":\"b\"}\";"
            + " it must be {\"id\": …} or {\"text\": …}",
        "{'positive': [{'id': 7}]}|positive[0].id holds the number 7; it must be a string",
        "{'positive': [{'text': ' '}]}|the text of an example is empty; it must say something",
        "{'positivePaperIds': [null]}|positivePaperIds[0] holds null; it must be a string",
        "{'positivePaperIds': ['']}|positivePaperIds[0] is \"\"; it must be 1 to 256 bytes of text"
            + " without control characters or surrounding blanks",
        "{'positive': [{'id': 'none'}], 'negative': [{'id': 'neither'}]}|the examples name papers"
            + " that do not exist: \"neither\", \"none\"",
        "{'positive': [{'id': 'a'}], 'positivePaperIds': ['a']}|positive has the paper \"a\" twice;"
            + " give each example once",
        "{'positive': [{'id': 'a'}], 'negative': [{'id': 'a'}]}|the paper \"a\" is liked and"
            + " disliked at once; it can be one of them only",
        "{'positive': [{'id': 'a'}], 'strategy': 'best'}|strategy is \"best\"; it must be mean or"
            + " best_score",
        "{'positive': [{'id': 'a'}], 'diversity': '0.5'}|diversity holds the string \"0.5\"; it must be a"
            + " number from 0 to 1",
        "{'positive': [{'id': 'a'}], 'diversity': 1.5}|diversity is 1.5; it must be 0 to 1",
        "{'positive': [{'id': 'a'}], 'limit': 500}|limit is 500; it must be 1 to 100",
        "{'positive': [{'id': 'a'}], 'strategy': 'best-score'}|strategy is \"best-score\"; it must be"
            + " mean or best_score",
        "{'positive': [{'id': 'a'}], 'cursor': 'AbCdEfGhIjKlMnOp'}|\"positive\" cannot stand"
            + " with cursor, which names a list with all that it was made from",
        "{'cursor': 'x'}|cursor is \"x\"; it must be the \"cursor\" of an answer, unchanged"
      })
  void whatIsWrongIsNamedWithItsRule(String json, String detail) {
    Reply reply = server.post("/v1/recommendations", json.replace('\'', '"'));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail()).isEqualTo(detail);
  }

  @Test
  void similarPapersCanBeMadeDiverse() {
    List<String> plain = similar("?limit=10");
    assertThat(similar("?limit=10&diversity=0.7")).startsWith(plain.get(0)).isNotEqualTo(plain);
    Reply refused = server.get("/v1/papers/" + ROOTS + "/similar?diversity=much");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail())
        .isEqualTo("diversity is \"much\"; it must be a number from 0 to 1");
  }

  private static List<String> similar(String query) {
    Reply reply = server.get("/v1/papers/" + ROOTS + "/similar" + query);
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    return ids(reply.json());
  }

  @Test
  void examplesInTheAddressMeanTheSame() {
    JsonNode posted =
        recommended(
            "{'positive': [{'id': '%s'}, {'text': 'sliding glaciers'}], 'negative': [{'id': '%s'}],"
                    .formatted(ROOTS, CORAL)
                + " 'exclude': ['%s'], 'strategy': 'best_score', 'limit': 4}".formatted(GLACIER));
    Reply asked =
        server.get(
            "/v1/recommendations?positive=%s&positive_text=sliding+glaciers&negative=%s&exclude=%s"
                    .formatted(ROOTS, CORAL, GLACIER)
                + "&strategy=best_score&limit=4");
    assertThat(asked.status()).as(asked.response().body()).isEqualTo(200);
    assertThat(ids(asked.json())).isEqualTo(ids(posted)).hasSize(4);
    Reply further =
        server.get("/v1/recommendations?offset=2&cursor=" + asked.json().path("cursor").asText());
    assertThat(ids(further.json()).subList(0, 2)).isEqualTo(ids(posted).subList(2, 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=3|positive is empty; it needs at least one paper or text",
        "positive=none|the examples name papers that do not exist: \"none\"",
        "positive=+a|positive is \" a\"; it must be 1 to 256 bytes",
        "positive=a&filter=%7B%7D|filter is JSON; send it in the body of a POST",
        "positive_texts=a|\"positive_texts\" is not known here; known are"
      })
  void whatIsWrongInTheAddressIsTold(String query, String message) {
    Reply reply = server.get("/v1/recommendations?" + query);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail()).startsWith(message);
  }
}
