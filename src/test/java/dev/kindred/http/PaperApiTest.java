package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.RunningServer.Reply;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.json.PaperJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperApiTest {
  private static final String BEES =
      """
      {"title": "Bees count to four", "abstract": "Honeybees match numbers of dots.",
       "authors": [{"name": "Ilka Morn"}], "published": "2022-03",
       "categories": ["zoology"], "url": "https://papers.example/bees",
       "metadata": {"pages": 7, "tags": ["numbers", null]}}
      """;

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

  private static String encoded(String id) {
    String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
  }

  @Test
  void puttingANewPaperAnswersItAndWhereItIs() {
    Reply reply = server.put("/v1/papers/bees", BEES);
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("location")).isEqualTo("/v1/papers?id=bees");
    ObjectNode expected = (ObjectNode) PaperJson.parse(BEES);
    expected.put("id", "bees");
    expected.putObject("embedding").put("state", "pending").put("attempts", 0);
    assertThat(reply.json()).isEqualTo(expected);
    assertThat(server.get("/v1/papers/bees").json()).isEqualTo(expected);
  }

  @Test
  void puttingAPaperAgainReplacesIt() {
    server.put("/v1/papers/again", BEES);
    Reply reply =
        server.put("/v1/papers/again", "{\"id\": \"again\", \"title\": \"Only a title\"}");
    assertThat(reply.status()).isEqualTo(200);
    JsonNode json = server.get("/v1/papers/again").json();
    assertThat(json).isEqualTo(reply.json());
    assertThat(json.path("title").asText()).isEqualTo("Only a title");
    assertThat(json.path("abstract").asText()).isEmpty();
    assertThat(json.path("published").isNull()).isTrue();
    assertThat(json.path("metadata").isEmpty()).isTrue();
  }

  @Test
  void anAcknowledgedPaperIsAnsweredEvenIfItIsDeletedAtOnce() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<?> deleting =
          threads.submit(() -> {
            while (!over.get()) {
              server.index.delete(new PaperId("fleeting"));
            }
          });
      try {
        for (int i = 0; i < 50; i++) {
          Reply reply = server.put("/v1/papers/fleeting", BEES);
          assertThat(reply.status()).isIn(200, 201);
          assertThat(reply.json().path("embedding").path("state").asText()).isEqualTo("pending");
        }
      } finally {
        over.set(true);
      }
      deleting.get();
    }
  }

  @Test
  void onePaperLargerThanAMegabyteIsRefused() {
    Reply reply =
        server.put("/v1/papers/big", "{\"abstract\": \"%s\"}".formatted("a".repeat(1 << 20)));
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.detail()).contains("(1 MB)");
  }

  @Test
  void aDeletedPaperIsGone() {
    server.put("/v1/papers/gone", BEES);
    Reply deleted = server.delete("/v1/papers/gone");
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.response().body()).isEmpty();
    assertThat(server.get("/v1/papers/gone").status()).isEqualTo(404);
    Reply again = server.delete("/v1/papers/gone");
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.detail()).isEqualTo("no paper has the id \"gone\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cs/0112017",
        "doi:10.1000/182",
        "a b",
        "café 日本 😀",
        "100%",
        "%2F",
        "1+1=2",
        ".",
        "..",
        "../search",
        "a;b=c",
        "x/similar",
        "similar",
        "q?x&y#z",
        "back\\slash",
        "\"quoted\"",
        "//",
        "a//b",
        "~tilde*star|pipe"
      })
  void anyIdWorksInThePathAndAsAParameter(String id) {
    Reply put = server.put("/v1/papers/" + encoded(id), BEES);
    assertThat(put.status()).as(put.response().body()).isEqualTo(201);
    assertThat(put.json().path("id").asText()).isEqualTo(id);
    assertThat(server.get("/v1/papers/" + encoded(id)).json()).isEqualTo(put.json());
    assertThat(server.get(put.header("location")).json()).isEqualTo(put.json());
    assertThat(server.get("/v1/papers/" + encoded(id) + "/similar").status()).isEqualTo(200);
    assertThat(server.put("/v1/papers?id=" + encoded(id), BEES).status()).isEqualTo(200);
    assertThat(server.delete("/v1/papers?id=" + encoded(id)).status()).isEqualTo(204);
    assertThat(server.get("/v1/papers/" + encoded(id)).status()).isEqualTo(404);
  }

  @Test
  void anIdIsTheSameInWhateverUnicodeFormItIsSent() {
    server.put("/v1/papers/cafe%CC%81", BEES);
    assertThat(server.get("/v1/papers/caf%C3%A9").json().path("id").asText()).isEqualTo("café");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|a paper needs a title or an abstract",
        "{\"title\":\" \",\"abstract\":\"\"}|a paper needs a title or an abstract",
        "[]|a paper must be a JSON object, not an array",
        "{\"title\":5}|title holds the number 5; it must be a string",
        "{\"title\":\"t\",\"year\":2020}|\"year\" is not a field of a paper; known are id, title",
        "{\"title\":\"t\",\"id\":\"other\"}|id is \"other\" in the body and \"bad\" in the address",
        "{\"title\":\"t\",\"id\":5}|id holds the number 5; it must be a string",
        "{\"title\":\"t\",\"id\":\"\"}|id is \"\" in the body",
        "{\"title\":\"t\",\"published\":\"soon\"}|published is \"soon\"; it must be a date",
        "{\"title\":\"t\",\"url\":\"javascript:x\"}|url is \"javascript:x\"; it must be",
        "{\"title\":\"t\",\"authors\":\"Ilka\"}|authors holds the string \"Ilka\"",
        "{\"title\":\"t\",\"metadata\":[]}|metadata holds an array; it must be an object"
      })
  void aPaperThatBreaksARuleIsRefusedAndNotStored(String body, String message) {
    Reply reply = server.put("/v1/papers/bad", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail()).contains(message);
    assertThat(server.get("/v1/papers/bad").status()).isEqualTo(404);
  }

  private static String withMetadataOfDepth(int levels) {
    return "{\"title\": \"Nested deeply\", \"metadata\": {\"deep\": %s%s}}"
        .formatted("[".repeat(levels), "]".repeat(levels));
  }

  @Test
  void whatIsStoredCanAlwaysBeAnsweredHoweverDeepItIsNested() {
    Reply reply = server.put("/v1/papers/deep", withMetadataOfDepth(100));
    assertThat(reply.status()).isEqualTo(201);
    assertThat(server.get("/v1/search?q=nested+deeply&mode=lexical").json().path("results"))
        .hasSize(1);
    assertThat(server.get("/v1/papers").status()).isEqualTo(200);
    server.delete("/v1/papers/deep");
    Reply refused = server.put("/v1/papers/deep", withMetadataOfDepth(101));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).isEqualTo("\"deep\" is nested more than 100 levels deep");
    assertThat(server.get("/v1/papers/deep").status()).isEqualTo(404);
  }

  @Test
  void aLongAnswerIsCompressedForThoseWhoWantIt() {
    server.put("/v1/papers/long", "{\"abstract\": \"%s\"}".formatted("again ".repeat(500)));
    assertThat(server.get("/v1/papers/long").header("content-encoding")).isEmpty();
    Reply packed = server.send(server.request("/v1/papers/long").header("Accept-Encoding", "gzip"));
    assertThat(packed.header("content-encoding")).isEqualTo("gzip");
    assertThat(packed.header("content-type")).isEqualTo("application/json");
  }

  @Test
  void answersSayHowMuchIsEmbedded() {
    server.put("/v1/papers/bees2", BEES);
    JsonNode json = server.get("/v1/search?q=honeybees").json();
    int papers = json.path("incomplete").path("papers").asInt();
    assertThat(papers).isPositive();
    assertThat(json.path("incomplete").path("embedded").asInt()).isZero();
    assertThat(json.path("incomplete").path("pending").asInt()).isEqualTo(papers);
    assertThat(json.path("incomplete").path("failed").asInt()).isZero();
    assertThat(json.path("results").findValuesAsText("id")).contains("bees2");
  }
}
