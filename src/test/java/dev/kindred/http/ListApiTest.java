package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.CopiedFolder;
import dev.kindred.TestClock;
import dev.kindred.http.RunningServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of forty sample papers, page by page. */
class ListApiTest {
  private static final Path SAMPLES = Path.of("src/main/resources/samples/papers.jsonl");
  private static final int PAPERS = 40;
  private static final String SEARCH =
      "/v1/search?q=water+in+plants&min_relevance=0&facets=category,year&limit=7";

  @TempDir private static Path prepared;

  private final TestClock clock = new TestClock();
  private RunningServer server;

  @BeforeAll
  static void embedOnce() throws IOException {
    try (RunningServer first = RunningServer.start(prepared)) {
      String papers = String.join(",", Files.readAllLines(SAMPLES).subList(0, PAPERS));
      assertThat(first.post("/v1/papers", "{\"papers\": [%s]}".formatted(papers)).status())
          .isEqualTo(200);
      first.awaitEmbedded();
    }
  }

  @BeforeEach
  void startOnACopy(@TempDir Path folder) throws IOException {
    CopiedFolder.copy(prepared, folder);
    server = RunningServer.start(folder, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply next(Reply page, int offset) {
    return server.get(
        "/v1/search?limit=7&offset=%d&cursor=%s"
            .formatted(offset, page.json().path("cursor").asText()));
  }

  private static List<String> ids(Reply reply) {
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    reply.json().path("results").forEach(result -> ids.add(result.path("id").asText()));
    return ids;
  }

  /** What holds for the whole list. */
  private static JsonNode list(Reply reply) {
    return ((ObjectNode) reply.json()).without(List.of("results", "offset", "list", "gone"));
  }

  @Test
  void aWalkWithACursorAgreesWithItselfWhilePapersAreImported() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Reply first = server.get(SEARCH);
      int total = first.json().path("total").asInt();
      assertThat(total).isEqualTo(PAPERS);
      Future<Integer> imported = threads.submit(() -> importUntil(isOver));
      List<String> walked = new ArrayList<>(ids(first));
      for (int offset = 7; offset < total; offset += 7) {
        Reply page = next(first, offset);
        walked.addAll(ids(page));
        assertThat(list(page)).isEqualTo(list(first));
        assertThat(page.json().path("list").asText()).isEqualTo("kept");
      }
      isOver.set(true);
      assertThat(imported.get()).isPositive();
      assertThat(walked).hasSize(total).doesNotHaveDuplicates();
      assertThat(walked).noneMatch(id -> id.startsWith("new-"));
      assertThat(server.get(SEARCH).json().path("total").asInt()).isGreaterThan(total);
    }
  }

  private int importUntil(AtomicBoolean isOver) {
    int count = 0;
    do {
      String paper =
          "{\"title\": \"Water in plants %d\", \"published\": \"2031\"}".formatted(count);
      assertThat(server.put("/v1/papers/new-" + count, paper).status()).isEqualTo(201);
      count++;
    } while (!isOver.get());
    return count;
  }

  @Test
  void aPaperThatIsDeletedDuringAWalkIsCounted() {
    Reply first = server.get(SEARCH);
    List<String> second = ids(next(first, 7));
    assertThat(server.delete("/v1/papers/" + second.get(3)).status()).isEqualTo(204);
    Reply again = next(first, 7);
    second.remove(3);
    assertThat(ids(again)).isEqualTo(second);
    assertThat(again.json().path("gone").asInt()).isEqualTo(1);
    assertThat(list(again)).isEqualTo(list(first));
    assertThat(next(first, 14).json().has("gone")).isFalse();
  }

  @Test
  void anOffsetAloneIsServedFromTheSameListAndSaysSo() {
    Reply first = server.get(SEARCH);
    assertThat(first.json().path("list").asText()).isEqualTo("new");
    assertThat(server.delete("/v1/papers/" + ids(first).getFirst()).status()).isEqualTo(204);

    Reply second = server.get(SEARCH + "&offset=7");
    assertThat(second.json().path("list").asText()).isEqualTo("kept");
    assertThat(list(second)).isEqualTo(list(first));

    Reply anew = server.get(SEARCH);
    assertThat(anew.json().path("list").asText()).isEqualTo("new");
    assertThat(anew.json().path("cursor")).isNotEqualTo(first.json().path("cursor"));
    assertThat(anew.json().path("total").asInt()).isEqualTo(PAPERS - 1);
  }

  @Test
  void whileNothingChangesTheSameListAnswersAgain() {
    Reply first = server.get(SEARCH);
    Reply again = server.get(SEARCH);
    assertThat(again.json().path("list").asText()).isEqualTo("kept");
    assertThat(again.json().path("cursor")).isEqualTo(first.json().path("cursor"));
  }

  @Test
  void anOffsetAloneIsServedFromThePresentStateWhenTheListHasExpired() {
    Reply first = server.get(SEARCH);
    clock.goOn(Duration.ofMinutes(6));
    Reply second = server.get(SEARCH + "&offset=7");
    assertThat(second.json().path("list").asText()).isEqualTo("new");
    assertThat(ids(second)).isEqualTo(ids(server.get(SEARCH + "&offset=7")));
    assertThat(second.json().path("cursor")).isNotEqualTo(first.json().path("cursor"));
  }

  @Test
  void anExpiredCursorIsGone() {
    Reply first = server.get(SEARCH);
    clock.goOn(Duration.ofSeconds(299));
    assertThat(ids(next(first, 7))).hasSize(7);
    clock.goOn(Duration.ofMinutes(5));
    Reply late = next(first, 14);
    assertThat(late.status()).isEqualTo(410);
    assertThat(late.header("content-type")).isEqualTo("application/problem+json");
    assertThat(late.detail())
        .startsWith("this list is not kept any more (5 minutes after it was last asked for");
  }

  @Test
  void aCursorStandsInABodyToo() {
    Reply first = server.get(SEARCH);
    String body =
        "{\"cursor\": \"%s\", \"limit\": 7, \"offset\": 7}"
            .formatted(first.json().path("cursor").asText());
    assertThat(server.post("/v1/search", body).json()).isEqualTo(next(first, 7).json());
  }

  @Test
  void aPageBehindTheEndIsEmpty() {
    Reply first = server.get(SEARCH);
    Reply beyond = next(first, PAPERS);
    assertThat(ids(beyond)).isEmpty();
    assertThat(list(beyond)).isEqualTo(list(first));
  }

  @Test
  void beyondTheDepthNothingIsServed() {
    Reply first = server.get(SEARCH);
    for (String path : List.of("/v1/search?q=x", cursor(first))) {
      Reply refused = server.get(path + "&limit=10&offset=991");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.detail())
          .startsWith("offset is 991; it must be 0 or more, and offset + limit at most 1000");
    }
  }

  private static String cursor(Reply reply) {
    return "/v1/search?cursor=" + reply.json().path("cursor").asText();
  }

  @Test
  void whatNoAnswerCarriedIsNoCursor() {
    Reply refused = server.get("/v1/search?cursor=MTpyb290cw");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail())
        .isEqualTo("cursor is \"MTpyb290cw\"; it must be the \"cursor\" of an answer, unchanged");
  }

  @Test
  void browsingHasACursorToo() {
    Reply first = server.get("/v1/search?sort=date&limit=7");
    List<String> walked = new ArrayList<>(ids(first));
    assertThat(
            server
                .put("/v1/papers/new-1", "{\"title\": \"Of tomorrow\", \"published\": \"2031\"}")
                .status())
        .isEqualTo(201);
    for (int offset = 7; offset < PAPERS; offset += 7) {
      walked.addAll(ids(next(first, offset)));
    }
    assertThat(walked).hasSize(PAPERS).doesNotHaveDuplicates().doesNotContain("new-1");
    assertThat(ids(server.get("/v1/search?sort=date&limit=7"))).startsWith("new-1");
  }

  @Test
  void aCursorCanBeAskedForExplanationsLater() {
    Reply first = server.get(SEARCH);
    assertThat(first.json().path("results").path(0).has("explanation")).isFalse();
    JsonNode explained = server.get(cursor(first) + "&explain=true&limit=7").json();
    assertThat(explained.path("results")).hasSize(7).allMatch(hit -> hit.has("explanation"));
  }
}
