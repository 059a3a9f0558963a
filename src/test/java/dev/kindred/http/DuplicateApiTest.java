package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.RunningServer.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateApiTest {
  private static final String ABSTRACT =
      "Radar shows channels that carry water below the ice in summer. Over three years we followed"
          + " them from the head of the glacier to its tongue and found that they shift by some"
          + " metres each spring, when the first melt water comes down.";

  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(folder);
    String papers =
        """
        {"papers": [
          {"id": "ice/1", "title": "Meltwater beneath a glacier", "abstract": "%1$s",
           "published": "2023"},
          {"id": "ice/2", "title": "Melt water beneath a glacier", "abstract": "%1$s Data are open.",
           "published": "2024-01"},
          {"id": "ice/3", "title": "Meltwater beneath a glacier", "abstract": "We listen to ice."},
          {"id": "moths", "title": "Moths under street lamps",
           "abstract": "Night lighting keeps pollinating insects away from clover."},
          {"id": "roots", "title": "How roots notice that soil dries",
           "abstract": "Plants close their leaf pores after roots sense a lack of water."}
        ]}
        """
            .formatted(ABSTRACT);
    assertThat(server.post("/v1/papers", papers).status()).isEqualTo(200);
    server.awaitEmbedded();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode get(String path) {
    Reply reply = server.get(path);
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    return reply.json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/papers/ice%2F1/duplicates", "/v1/duplicates?id=ice/1"})
  void onePaperHasItsDuplicatesTheMostSimilarFirst(String path) {
    JsonNode answer = get(path);
    assertThat(answer.path("id").asText()).isEqualTo("ice/1");
    assertThat(answer.path("duplicates").findValuesAsText("id")).containsExactly("ice/2", "ice/3");
    JsonNode first = answer.path("duplicates").get(0);
    assertThat(first.path("title").asText()).isEqualTo("Melt water beneath a glacier");
    assertThat(first.path("published").asText()).isEqualTo("2024-01");
    assertThat(first.path("similarity").asDouble()).isBetween(.85, .99);
    assertThat(first.path("same_title").asBoolean()).isFalse();
    assertThat(first.path("cosine").asDouble()).isBetween(.9, 1.0);
    JsonNode second = answer.path("duplicates").get(1);
    assertThat(second.path("same_title").asBoolean()).isTrue();
    assertThat(second.path("similarity").asDouble()).isBetween(.75, .85);
    assertThat(second.path("published").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 1000})
  void aWalkComesToAnEndAndTellsEachPairOnce(int limit) {
    List<String> pairs = new ArrayList<>();
    int examined = 0;
    String cursor = "";
    while (cursor != null) {
      JsonNode part = get("/v1/duplicates?limit=" + limit + cursor);
      examined += part.path("examined").asInt();
      assertThat(part.path("total").asInt()).isEqualTo(5);
      assertThat(part.path("embedded").asInt()).isEqualTo(5);
      part.path("pairs")
          .forEach(pair -> pairs.add(String.join("=", pair.path("papers").findValuesAsText("id"))));
      String next = part.path("next").textValue();
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertThat(pairs).containsExactlyInAnyOrder("ice/1=ice/2", "ice/1=ice/3");
    assertThat(examined).isEqualTo(5);
  }

  @Test
  void aHigherSimilarityLeavesLess() {
    assertThat(get("/v1/duplicates?id=ice/1&min_similarity=0.85").path("duplicates")).hasSize(1);
    assertThat(get("/v1/duplicates?min_similarity=1").path("pairs")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "min_similarity=0.4|min_similarity is 0.4; it must be 0.5 to 1",
        "min_similarity=high|min_similarity is \"high\"; it must be a number, 0.5 to 1",
        "limit=0|limit is 0; it must be 1 to 1000",
        "limit=1001|limit is 1001; it must be 1 to 1000",
        "cursor=x|cursor is \"x\"; it must be the \"next\" of an answer, unchanged",
        "id=ice/1&limit=5|id asks for one paper; it cannot stand with cursor or limit",
        "offset=5|\"offset\" is not known here; known are cursor, id, limit, min_similarity"
      })
  void whatIsWrongIsNamedWithItsRule(String query, String detail) {
    Reply reply = server.get("/v1/duplicates?" + query);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail()).isEqualTo(detail);
  }

  @Test
  void aPaperThatDoesNotExistHasNone() {
    Reply reply = server.get("/v1/papers/none/duplicates");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.detail()).isEqualTo("no paper has the id \"none\"");
  }
}
