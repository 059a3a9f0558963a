package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.kindred.http.RunningServer.Reply;
import dev.kindred.paper.json.PaperJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionApiTest {
  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.startWithoutEmbedding(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aBatchIsWholeWhenEveryPaperIsTaken() {
    Reply first =
        server.post(
            "/v1/papers",
            """
            {"papers": [{"id": "b1", "title": "One"}, {"id": "b2", "title": "Two"}]}
            """);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json())
        .isEqualTo(
            PaperJson.parse(
                """
                {"results": [{"index": 0, "id": "b1", "status": "new"},
                             {"index": 1, "id": "b2", "status": "new"}],
                 "new": 2, "changed": 0, "unchanged": 0, "rejected": 0}
                """));
    Reply second =
        server.post(
            "/v1/papers",
            """
            [{"id": "b1", "title": "One"}, {"id": "b2", "title": "Changed"}]
            """);
    assertThat(second.json().path("results").findValuesAsText("status"))
        .containsExactly("unchanged", "changed");
  }

  @Test
  void aBadPaperOfABatchDoesNotStopTheRest() {
    Reply reply =
        server.post(
            "/v1/papers",
            """
            {"papers": [{"id": "good1", "title": "One"}, {"title": "No id"}, 7,
                        {"id": "bad3", "title": "Three", "colour": "red"}, {"id": "bad4"},
                        {"id": "good5", "title": "Five"}]}
            """);
    assertThat(reply.status()).isEqualTo(207);
    JsonNode results = reply.json().path("results");
    assertThat(results.findValuesAsText("status"))
        .containsExactly("new", "rejected", "rejected", "rejected", "rejected", "new");
    assertThat(results.get(1).path("id").isNull()).isTrue();
    assertThat(results.get(1).path("error").asText()).startsWith("id is missing");
    assertThat(results.get(2).path("error").asText())
        .isEqualTo("a paper must be a JSON object, not the number 7");
    assertThat(results.get(3).path("id").asText()).isEqualTo("bad3");
    assertThat(results.get(3).path("error").asText()).startsWith("\"colour\" is not a field");
    assertThat(results.get(4).path("error").asText())
        .isEqualTo("a paper needs a title or an abstract");
    assertThat(reply.json().path("new").asInt()).isEqualTo(2);
    assertThat(reply.json().path("rejected").asInt()).isEqualTo(4);
    assertThat(server.get("/v1/papers/good5").status()).isEqualTo(200);
    assertThat(server.get("/v1/papers/bad3").status()).isEqualTo(404);
  }

  @Test
  void aBatchOfBadPapersOnlyStoresNothing() {
    Reply reply = server.post("/v1/papers", "[{}]");
    assertThat(reply.status()).isEqualTo(207);
    assertThat(reply.json().path("rejected").asInt()).isEqualTo(1);
  }

  @Test
  void aBatchTakesAThousandPapersAndNoMore() {
    ArrayNode papers = PaperJson.MAPPER.createArrayNode();
    for (int i = 0; i < 1_000; i++) {
      papers.addObject().put("id", "many" + i).put("title", "Number " + i);
    }
    Reply taken = server.post("/v1/papers", papers.toString());
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.json().path("new").asInt()).isEqualTo(1_000);
    papers.addObject().put("id", "one too many").put("title", "t");
    Reply refused = server.post("/v1/papers", papers.toString());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).isEqualTo("papers holds 1001 papers; it must be 1 to 1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|papers must be an array of papers, not nothing",
        "{\"papers\":{}}|papers must be an array of papers, not an object",
        "{\"papers\":[]}|papers holds 0 papers; it must be 1 to 1000",
        "{\"papers\":[],\"mode\":\"x\"}|\"mode\" is not known here; the body must be {\"papers\": […]}",
        "5|papers must be an array of papers, not the number 5"
      })
  void aBatchOfAnotherShapeIsRefused(String body, String message) {
    Reply reply = server.post("/v1/papers", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail()).isEqualTo(message);
  }

  @Test
  void theListLeadsThroughAllPapersInTheOrderOfTheirIds() {
    ArrayNode papers = PaperJson.MAPPER.createArrayNode();
    papers.addObject().put("id", "Über").put("title", "t");
    for (int i = 0; i < 900; i++) {
      papers.addObject().put("id", "list/" + i).put("title", "Number " + i);
    }
    server.post("/v1/papers", papers.toString());
    List<String> seen = new ArrayList<>();
    JsonNode page = server.get("/v1/papers?limit=400").json();
    seen.addAll(page.path("papers").findValuesAsText("id"));
    while (!page.path("next").isNull()) {
      assertThat(page.path("papers").size()).isEqualTo(400);
      page = server.get("/v1/papers?limit=400&cursor=" + page.path("next").asText()).json();
      seen.addAll(page.path("papers").findValuesAsText("id"));
    }
    assertThat(seen).isSorted().doesNotHaveDuplicates().contains("list/0", "list/899", "Über");
    assertThat(seen).hasSize(page.path("total").asInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=0|limit is 0; it must be 1 to 1000",
        "limit=1001|limit is 1001; it must be 1 to 1000",
        "limit=all|limit is \"all\"; it must be a whole number, 1 to 1000",
        "cursor=x|cursor is \"x\"; it must be the \"next\" of an answer, unchanged",
        "cursor=|cursor is empty",
        "id=a&limit=3|id asks for one paper; it cannot stand with cursor or limit",
        "id=%20a|id is \" a\"; it must be 1 to 256 bytes",
        "page=2|\"page\" is not known here; known are cursor, id, limit"
      })
  void aListAskedForWronglyIsRefused(String query, String message) {
    Reply reply = server.get("/v1/papers?" + query);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail()).contains(message);
  }
}
