package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.RunningServer.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchApiTest {
  private static final String PAPERS =
      """
      {"papers": [
        {"id": "roots", "title": "How roots notice that soil dries",
         "abstract": "Plants close their leaf pores after roots sense a lack of water.",
         "authors": ["Mira Quellbach", "Tomas Ardeny"], "published": "2021-06-14",
         "categories": ["botany"], "url": "https://papers.example/roots",
         "metadata": {"pages": 12}},
        {"id": "moths", "title": "Moths under street lamps",
         "abstract": "Night lighting keeps pollinating insects away from clover.",
         "authors": ["Mira Quellbach"], "published": "2019-09", "categories": ["ecology"]},
        {"id": "glacier/1", "title": "Meltwater beneath a glacier",
         "abstract": "Radar shows channels that carry water below the ice in summer.",
         "authors": ["Ossian Veld"], "published": "2023", "categories": ["geology", "climate"]},
        {"id": "sorting", "title": "Sorting integers with few cache misses",
         "abstract": "A radix sort that reads memory in order beats comparison sorts.",
         "authors": ["Ada Brennick"], "categories": ["algorithms"]},
        {"id": "leaf", "title": "Stomata of desert shrubs",
         "abstract": "Leaves of drought-hardened shrubs lose little water by day.",
         "published": "2020-02-29", "categories": ["botany"]}
      ]}
      """;

  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(folder);
    assertThat(server.post("/v1/papers", PAPERS).status()).isEqualTo(200);
    server.awaitEmbedded();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> ids(Reply reply) {
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    return reply
        .json()
        .path("results")
        .valueStream()
        .map(result -> result.path("id").asText())
        .toList();
  }

  /** Without what names the list that was kept. */
  private static JsonNode whatIsFound(Reply reply) {
    return ((ObjectNode) reply.json()).without(List.of("cursor", "list"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid", "semantic"})
  void aQuestionInOtherWordsFindsThePaper(String mode) {
    Reply reply =
        server.get("/v1/search?q=what+do+plants+do+when+they+are+thirsty&limit=2&mode=" + mode);
    assertThat(ids(reply)).hasSize(2).contains("roots");
    assertThat(reply.json().path("mode").asText()).isEqualTo(mode);
  }

  @Test
  void anAnswerHasEverythingThatIsKnownOfAPaper() {
    JsonNode json = server.get("/v1/search?q=roots+soil&limit=1").json();
    assertThat(json.path("results").size()).isEqualTo(1);
    JsonNode first = json.path("results").get(0);
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "title",
            "score",
            "relevance",
            "label",
            "sentence",
            "highlights",
            "abstract",
            "authors",
            "published",
            "categories",
            "url",
            "metadata");
    assertThat(first.path("id").asText()).isEqualTo("roots");
    assertThat(first.path("title").asText()).isEqualTo("How roots notice that soil dries");
    assertThat(first.path("score").isNumber()).isTrue();
    assertThat(first.path("sentence").path("text").asText())
        .isEqualTo("Plants close their leaf pores after roots sense a lack of water.");
    assertThat(first.path("highlights").path("title").toString())
        .isEqualTo("[{\"start\":4,\"end\":9},{\"start\":22,\"end\":26}]");
    assertThat(first.path("authors").findValuesAsText("name"))
        .containsExactly("Mira Quellbach", "Tomas Ardeny");
    assertThat(first.path("published").asText()).isEqualTo("2021-06-14");
    assertThat(first.path("url").asText()).isEqualTo("https://papers.example/roots");
    assertThat(first.path("metadata").path("pages").asInt()).isEqualTo(12);
    assertThat(json.path("total").asInt()).isEqualTo(5);
    assertThat(json.path("limit").asInt()).isEqualTo(1);
    assertThat(json.path("offset").asInt()).isZero();
  }

  @Test
  void aWholeAnswerDoesNotSayThatItIsIncomplete() {
    JsonNode json = server.get("/v1/search?q=water").json();
    assertThat(json.has("incomplete")).isFalse();
    assertThat(json.has("query_truncated")).isFalse();
  }

  @Test
  void wordsAloneFindOnlyPapersThatHaveThem() {
    assertThat(ids(server.get("/v1/search?q=radix&mode=lexical"))).containsExactly("sorting");
  }

  @Test
  void postAnswersAsGetDoes() {
    Reply got = server.get("/v1/search?q=water&category=botany&category=geology&limit=2&offset=1");
    Reply posted =
        server.post(
            "/v1/search",
            """
            {"q": "water", "category": ["botany", "geology"], "limit": 2, "offset": 1}
            """);
    assertThat(whatIsFound(posted)).isEqualTo(whatIsFound(got));
    assertThat(ids(got)).hasSize(2);
  }

  @Test
  void pagesContinueEachOther() {
    List<String> all = ids(server.get("/v1/search?q=water&limit=5"));
    assertThat(all).hasSize(5);
    assertThat(ids(server.get("/v1/search?q=water&limit=3"))).isEqualTo(all.subList(0, 3));
    assertThat(ids(server.get("/v1/search?q=water&limit=3&offset=3"))).isEqualTo(all.subList(3, 5));
  }

  @Test
  void filtersLeaveWhatFitsAllOfThem() {
    assertThat(ids(server.get("/v1/search?q=water&category=botany&published_from=2021")))
        .containsExactly("roots");
    assertThat(ids(server.get("/v1/search?q=night&author=Mira+Quellbach")))
        .containsExactlyInAnyOrder("roots", "moths");
    assertThat(ids(server.get("/v1/search?q=water&author=Mira+Quellbach&author=Tomas+Ardeny")))
        .containsExactly("roots");
  }

  @Test
  void aFilterWithoutAQueryBrowsesByDate() {
    Reply reply = server.get("/v1/search?category=botany");
    assertThat(ids(reply)).containsExactly("roots", "leaf");
    assertThat(reply.json().path("sort").asText()).isEqualTo("date");
    assertThat(reply.json().path("total").asInt()).isEqualTo(2);
    assertThat(reply.json().path("results").get(0).path("score").asDouble()).isZero();
  }

  @Test
  void everythingCanBeBrowsedFromEitherEnd() {
    assertThat(ids(server.get("/v1/search?sort=date&limit=2")))
        .containsExactly("glacier/1", "roots");
    Reply oldest = server.get("/v1/search?sort=date_asc");
    assertThat(ids(oldest)).startsWith("moths", "leaf").endsWith("sorting");
    assertThat(oldest.json().path("total").asInt()).isEqualTo(5);
  }

  @Test
  void aQueryTheModelCannotReadToItsEndIsReported() {
    String longQuery = "water ".repeat(600).strip();
    JsonNode json = server.post("/v1/search", "{\"q\": \"%s\"}".formatted(longQuery)).json();
    assertThat(json.path("query_truncated").asBoolean()).isTrue();
  }

  @Test
  void aPaperIsSimilarToOthersOfItsKindAndNotToItself() {
    Reply reply = server.get("/v1/papers/roots/similar?limit=3");
    assertThat(ids(reply)).hasSize(3).startsWith("leaf").doesNotContain("roots");
    assertThat(reply.json().path("total").asInt()).isEqualTo(4);
  }

  @Test
  void similarPapersOfAnIdWithASlashAreFoundBothWays() {
    Reply inPath = server.get("/v1/papers/glacier%2F1/similar");
    assertThat(ids(inPath)).hasSize(4).doesNotContain("glacier/1");
    assertThat(whatIsFound(server.get("/v1/similar?id=glacier/1"))).isEqualTo(whatIsFound(inPath));
    assertThat(whatIsFound(server.get("/v1/similar?id=glacier%2F1")))
        .isEqualTo(whatIsFound(inPath));
  }

  @Test
  void similarPapersCanBeFiltered() {
    assertThat(ids(server.get("/v1/similar?id=roots&category=ecology"))).containsExactly("moths");
  }

  @Test
  void nothingIsSimilarToAPaperThatIsNotThere() {
    Reply reply = server.get("/v1/papers/nowhere/similar");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.detail()).isEqualTo("no paper has the id \"nowhere\"");
  }

  @Test
  void halfACharacterInAQueryDoesNoHarm() {
    Reply reply = server.post("/v1/search", "{\"q\": \"water \\ud800 \\u0000 leaf\"}");
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void headAnswersAsGetWithoutABody() {
    Reply reply = server.send(server.request("/v1/search?q=water").HEAD());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(reply.response().body()).isEmpty();
  }
}
