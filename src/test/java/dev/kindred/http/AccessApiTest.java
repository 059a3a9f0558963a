package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.http.RunningServer.Reply;
import dev.kindred.http.access.AccessRules;
import dev.kindred.http.access.KeyFile;
import dev.kindred.http.access.KeyRing;
import dev.kindred.http.access.Networks;
import dev.kindred.http.access.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessApiTest {
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final String PAPER = "{\"title\": \"Maize and drought\"}";

  @TempDir Path folder;
  private Instant now = START;
  private KeyRing ring = new KeyRing(new KeyFile(Path.of("unused")), InstantSource.system());
  private Optional<RunningServer> running = Optional.empty();

  @BeforeEach
  void makeRing() {
    ring = new KeyRing(new KeyFile(folder), clock());
  }

  @AfterEach
  void stop() {
    running.ifPresent(RunningServer::close);
  }

  private InstantSource clock() {
    return () -> now;
  }

  private RunningServer start(boolean publicSearch, boolean insecure, int limit) {
    return start(new AccessRules(publicSearch, insecure, Networks.NONE, limit));
  }

  private RunningServer start(AccessRules rules) {
    RunningServer server = RunningServer.startWith(folder, rules, clock());
    running = Optional.of(server);
    return server;
  }

  private RunningServer strict() {
    return start(false, false, 0);
  }

  private String key(Role role, String... origins) {
    String secret = ring.make("a test", role, Set.of(origins), Optional.empty()).secret();
    now = now.plusSeconds(1); // a running server has looked again by then
    return secret;
  }

  /** As a reverse proxy of this machine sends it on. */
  private static Reply fromElsewhere(
      RunningServer server, String method, String path, String... headers) {
    HttpRequest.Builder request =
        server
            .request(path)
            .header("X-Forwarded-For", "192.0.2.7")
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(PAPER));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return server.send(request);
  }

  private static Reply withKey(RunningServer server, String method, String path, String key) {
    return fromElsewhere(server, method, path, "Authorization", "Bearer " + key);
  }

  @Test
  void whoSitsAtThisMachineNeedsNoKey() {
    RunningServer server = strict();
    assertThat(server.put("/v1/papers/a", PAPER).status()).isEqualTo(201);
    assertThat(server.get("/v1/search?q=maize").status()).isEqualTo(200);
    assertThat(server.get("/v1/activity").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/search?q=maize",
    "GET, /v1/papers",
    "GET, /v1/papers/a",
    "GET, /v1/similar?id=a",
    "GET, /v1/recommendations?positive=a",
    "GET, /v1/duplicates",
    "GET, /v1/map",
    "GET, /v1/status",
    "GET, /v1/activity",
    "GET, /metrics",
    "GET, /papers/a",
    "PUT, /v1/papers/a",
    "DELETE, /v1/papers/a",
    "POST, /v1/papers",
    "POST, /v1/reembed"
  })
  void throughAProxyOfThisMachineEverythingElseNeedsAKey(String method, String path) {
    RunningServer server = strict();
    Reply without = fromElsewhere(server, method, path);
    assertThat(without.status()).isEqualTo(401);
    assertThat(without.header("www-authenticate")).isEqualTo("Bearer realm=\"kindred\"");
    assertThat(withKey(server, method, path, "kindred_wrong").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/map", "/admin", "/livez", "/widget/kindred.js", "/assets/api.js"})
  void pagesAndTheirFilesAreForAnybody(String path) {
    assertThat(fromElsewhere(strict(), "GET", path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "SEARCH, GET, /v1/status, 200",
    "SEARCH, PUT, /v1/papers/a, 403",
    "SEARCH, GET, /v1/activity, 403",
    "WRITE, GET, /metrics, 403",
    "ADMIN, GET, /metrics, 200",
    "WRITE, GET, /v1/status, 200",
    "WRITE, PUT, /v1/papers/a, 201",
    "WRITE, POST, /v1/reembed, 403",
    "ADMIN, PUT, /v1/papers/a, 201",
    "ADMIN, GET, /v1/activity, 200"
  })
  void aKeyOpensWhatItsRoleIsFor(Role role, String method, String path, int status) {
    RunningServer server = strict();
    assertThat(withKey(server, method, path, key(role)).status()).isEqualTo(status);
  }

  @Test
  void aRevokedKeyIsRefusedWithinASecond() {
    RunningServer server = strict();
    KeyRing.Made made = ring.make("a test", Role.SEARCH, Set.of(), Optional.empty());
    now = now.plusSeconds(1);
    assertThat(withKey(server, "GET", "/v1/status", made.secret()).status()).isEqualTo(200);
    ring.revoke(made.key().id());
    now = now.plusSeconds(1);
    Reply reply = withKey(server, "GET", "/v1/status", made.secret());
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.detail()).contains("was revoked").doesNotContain(made.secret());
  }

  @Test
  void anExpiredKeyIsRefused() {
    Instant end = START.plus(Duration.ofDays(1));
    String key = ring.make("a test", Role.SEARCH, Set.of(), Optional.of(end)).secret();
    RunningServer server = strict();
    now = end.minusSeconds(1);
    assertThat(withKey(server, "GET", "/v1/status", key).status()).isEqualTo(200);
    now = end;
    Reply reply = withKey(server, "GET", "/v1/status", key);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.detail()).contains("expired at " + end);
  }

  @Test
  void aKeyBoundToAnOriginIsForItsPagesAlone() {
    String key = key(Role.SEARCH, "https://lab.example");
    RunningServer server = strict();
    String bearer = "Bearer " + key;
    Reply its =
        fromElsewhere(
            server, "GET", "/v1/status", "Authorization", bearer, "Origin", "https://lab.example");
    assertThat(its.status()).isEqualTo(200);
    assertThat(its.header("access-control-allow-origin")).isEqualTo("https://lab.example");
    Reply others =
        fromElsewhere(
            server, "GET", "/v1/status", "Authorization", bearer, "Origin", "https://evil.example");
    assertThat(others.status()).isEqualTo(403);
    assertThat(others.header("access-control-allow-origin")).isEmpty();
    assertThat(withKey(server, "GET", "/v1/status", key).status()).isEqualTo(403);
  }

  @Test
  void aWrongKeyIsRefusedAtThisMachine() {
    Reply reply =
        strict()
            .send(running.orElseThrow().request("/v1/status").header("Authorization", "Bearer x"));
    assertThat(reply.status()).isEqualTo(401);
  }

  @Test
  void whereSearchIsPublicNothingElseIs() {
    RunningServer server = start(true, false, 0);
    assertThat(fromElsewhere(server, "GET", "/v1/search?q=maize").status()).isEqualTo(200);
    assertThat(fromElsewhere(server, "PUT", "/v1/papers/a").status()).isEqualTo(401);
    assertThat(fromElsewhere(server, "GET", "/v1/activity").status()).isEqualTo(401);
  }

  @Test
  void anInsecureServerStillTellsNobodyWhatWasAsked() {
    RunningServer server = start(false, true, 0);
    assertThat(fromElsewhere(server, "PUT", "/v1/papers/a").status()).isEqualTo(201);
    assertThat(fromElsewhere(server, "GET", "/v1/activity").status()).isEqualTo(401);
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeAgain() {
    RunningServer server = start(true, false, 2);
    assertThat(fromElsewhere(server, "GET", "/v1/status").header("ratelimit"))
        .isEqualTo("\"default\";r=1;t=0");
    assertThat(fromElsewhere(server, "GET", "/v1/status").status()).isEqualTo(200);
    Reply reply = fromElsewhere(server, "GET", "/v1/status");
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("ratelimit-policy")).isEqualTo("\"default\";q=2;w=60");
    assertThat(reply.header("ratelimit")).isEqualTo("\"default\";r=0;t=30");
    assertThat(reply.header("retry-after")).isEqualTo("30");
    assertThat(server.get("/v1/status").status()).as("this machine").isEqualTo(200);
    now = now.plusSeconds(31);
    assertThat(fromElsewhere(server, "GET", "/v1/status").status()).isEqualTo(200);
  }

  @Test
  void guessingKeysIsLimitedToo() {
    RunningServer server = start(false, false, 2);
    withKey(server, "GET", "/v1/status", "one");
    withKey(server, "GET", "/v1/status", "two");
    assertThat(withKey(server, "GET", "/v1/status", "three").status()).isEqualTo(429);
  }

  @Test
  void damagedKeysLeaveThoseOfBefore() throws IOException {
    String key = key(Role.SEARCH);
    RunningServer server = strict();
    Files.writeString(folder.resolve("keys.json"), "{}");
    now = now.plusSeconds(1);
    assertThat(withKey(server, "GET", "/v1/status", key).status()).isEqualTo(200);
    assertThat(withKey(server, "GET", "/v1/status", "another").status()).isEqualTo(401);
  }

  @Test
  void anotherSchemeOfAuthorizationIsNoKeyAndNotLocal() {
    RunningServer server = start(true, false, 0);
    HttpRequest.Builder read =
        server.request("/v1/status").header("Authorization", "Basic YTpi").GET();
    assertThat(server.send(read).status()).isEqualTo(200);
    HttpRequest.Builder write =
        server
            .request("/v1/papers/a")
            .headers("Authorization", "Basic YTpi", "Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(PAPER));
    assertThat(server.send(write).status()).isEqualTo(401);
  }

  @Test
  void aTrustedProxyIsNeverLocal() {
    Networks proxies = Networks.parse("127.0.0.1").orElseThrow();
    RunningServer server = start(new AccessRules(false, false, proxies, 0));
    assertThat(server.get("/v1/status").status()).isEqualTo(401);
  }

  @Test
  void expiredKeysAreLimitedToo() {
    Instant end = START.plus(Duration.ofDays(1));
    String key = ring.make("a test", Role.SEARCH, Set.of(), Optional.of(end)).secret();
    now = end;
    RunningServer server = start(false, false, 2);
    withKey(server, "GET", "/v1/status", key);
    withKey(server, "GET", "/v1/status", key);
    assertThat(withKey(server, "GET", "/v1/status", key).status()).isEqualTo(429);
  }
}
