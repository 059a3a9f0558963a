package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.kindred.http.RunningServer.Reply;
import dev.kindred.http.access.AccessRules;
import dev.kindred.http.access.KeyFile;
import dev.kindred.http.access.KeyRing;
import dev.kindred.http.access.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the OpenAPI document is true of a running server. */
class OpenApiTest extends SampleApi {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
  private static final String PAPER = "sample-drought-sensing-roots";

  /** One operation of the document. */
  record Operation(String method, String path, JsonNode json) {
    String role() {
      return json.path("x-kindred-role").asText();
    }

    /** The address with an id where one belongs. */
    String address() {
      return path.replace("{id}", PAPER).replace("{file}", "api.js");
    }

    @Override
    public String toString() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }
  }

  private static JsonNode document() {
    return samples.server().get("/openapi.json").json();
  }

  private static List<Operation> operations(JsonNode document) {
    List<Operation> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method ->
                    all.add(new Operation(method.getKey(), path.getKey(), method.getValue()))));
    return all;
  }

  @Test
  void itHasEveryRouteOfTheServerAndNoOther() {
    Map<String, Set<String>> documented = new TreeMap<>();
    for (Operation operation : operations(document())) {
      documented
          .computeIfAbsent(operation.path(), _ -> new TreeSet<>())
          .add(operation.method().toUpperCase(Locale.ROOT));
    }
    Map<String, Set<String>> served = new TreeMap<>();
    samples
        .server()
        .server
        .routes()
        .forEach((path, methods) -> {
          Set<String> named = new TreeSet<>(methods);
          named.removeAll(Set.of("HEAD", "OPTIONS"));
          served.put(path, named);
        });
    assertThat(documented).isEqualTo(served);
  }

  @Test
  void itNamesTheVersionThatRuns() {
    assertThat(document().path("info").path("version").asText()).isEqualTo("1.2.3");
    assertThat(document().path("openapi").asText()).isEqualTo("3.1.0");
  }

  /** What a server says that it knows, in its answer to a parameter that it does not. */
  @Test
  void itHasEveryParameterOfTheApiAndNoOther() {
    JsonNode document = document();
    for (Operation operation : operations(document)) {
      if (!operation.method().equals("get") || !operation.path().startsWith("/v1/")) {
        continue;
      }
      String detail = samples.server().get(operation.address() + "?zyzzyva=1").detail();
      String known = detail.replaceFirst(".*; known are ", "");
      Set<String> served =
          known.equals("no parameters at all")
              ? Set.of()
              : new TreeSet<>(Arrays.asList(known.split(", ")));
      assertThat(queryParameters(document, operation)).as("%s", operation).isEqualTo(served);
    }
  }

  private static Set<String> queryParameters(JsonNode document, Operation operation) {
    Set<String> names = new TreeSet<>();
    for (JsonNode parameter : operation.json().path("parameters")) {
      JsonNode resolved =
          parameter.has("$ref")
              ? document.at(parameter.path("$ref").asText().substring(1))
              : parameter;
      if (resolved.path("in").asText().equals("query")) {
        names.add(resolved.path("name").asText());
      }
    }
    return names;
  }

  private static JsonSchema schema(JsonNode document, JsonNode schema) {
    JsonNode whole = schema.deepCopy();
    if (whole instanceof ObjectNode object) {
      object.set("components", document.path("components"));
    }
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(whole, SchemaValidatorsConfig.builder().build());
  }

  /** The schema of an answer; none where the document does not know it. */
  private static Optional<JsonNode> schemaOf(JsonNode document, Operation operation, int status) {
    JsonNode response = operation.json().path("responses").path(String.valueOf(status));
    JsonNode resolved =
        response.has("$ref") ? document.at(response.path("$ref").asText().substring(1)) : response;
    JsonNode content = resolved.path("content");
    JsonNode media =
        content.path(status < 400 ? "application/json" : Problem.CONTENT_TYPE).path("schema");
    return media.isMissingNode() ? Optional.empty() : Optional.of(media);
  }

  private static void assertFits(String method, String template, Reply reply) {
    JsonNode document = document();
    Operation operation =
        operations(document).stream()
            .filter(known ->
                known.method().equals(method.toLowerCase(Locale.ROOT))
                    && known.path().equals(template))
            .findFirst()
            .orElseThrow();
    JsonNode schema = schemaOf(document, operation, reply.status()).orElseThrow();
    assertFits(schema(document, schema), reply.json(), operation + " " + reply.status());
  }

  private static void assertFits(JsonSchema schema, JsonNode json, String what) {
    Set<ValidationMessage> wrong = schema.validate(json);
    assertThat(wrong).as("%s: %s", what, json.toPrettyString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/search|/v1/search?q=how+do+plants+sense+drought",
        "/v1/search|/v1/search?q=drought&explain=true&facets=year,category&fold=true&sentences=exact",
        "/v1/search|/v1/search?q=droughht+zyzzyva&mode=lexical",
        "/v1/search|/v1/search?q=%22no+such+phrase+anywhere%22+plants&min_relevance=strong",
        "/v1/search|/v1/search?sort=date&category=physics&limit=2",
        "/v1/search|/v1/search?q=zyzzyva&mode=semantic",
        "/v1/search|/v1/search?q=x&limit=1000",
        "/v1/search|/v1/search?cursor=nonesuch",
        "/v1/papers|/v1/papers?limit=2",
        "/v1/papers|/v1/papers?id=" + PAPER,
        "/v1/papers|/v1/papers?cursor=x",
        "/v1/papers/{id}|/v1/papers/" + PAPER,
        "/v1/papers/{id}|/v1/papers/none",
        "/v1/papers/{id}/similar|/v1/papers/" + PAPER + "/similar?limit=3",
        "/v1/similar|/v1/similar?id=" + PAPER + "&diversity=.5&explain=true",
        "/v1/similar|/v1/similar?id=" + PAPER,
        "/v1/similar|/v1/similar?id=none",
        "/v1/recommendations|/v1/recommendations?positive_text=drought&strategy=best_score",
        "/v1/recommendations|/v1/recommendations?positive=none",
        "/v1/duplicates|/v1/duplicates?min_similarity=.5&limit=1000",
        "/v1/duplicates|/v1/duplicates?id=" + PAPER + "&min_similarity=.5",
        "/v1/papers/{id}/duplicates|/v1/papers/" + PAPER + "/duplicates?min_similarity=.5",
        "/v1/map|/v1/map",
        "/v1/map/near|/v1/map/near?x=0&y=0",
        "/v1/map/places|/v1/map/places?id=none",
        "/v1/status|/v1/status",
        "/v1/activity|/v1/activity",
        "/livez|/livez",
        "/openapi.json|/openapi.json"
      })
  void whatIsAnsweredIsAsTheDocumentSays(String template, String address) {
    assertFits("GET", template, samples.server().get(address));
  }

  @Test
  void theExamplesRunAndFitTheirOwnSchemas() {
    JsonNode document = document();
    int ran = 0;
    for (Operation operation : operations(document)) {
      JsonNode media =
          operation.json().path("requestBody").path("content").path("application/json");
      if (media.isMissingNode()) {
        continue;
      }
      JsonNode example = media.path("example");
      assertThat(example.isMissingNode()).as("%s has an example", operation).isFalse();
      assertFits(schema(document, media.path("schema")), example, operation + " example");
      String address =
          operation.address().replace(PAPER, "openapi-c")
              + (operation.path().equals("/v1/papers") && operation.method().equals("put")
                  ? "?id=openapi-c"
                  : "");
      Reply reply =
          samples
              .server()
              .send(
                  samples
                      .server()
                      .request(address)
                      .header("Content-Type", "application/json")
                      .method(
                          operation.method().toUpperCase(Locale.ROOT),
                          BodyPublishers.ofString(example.toString())));
      boolean waitsForAMap = operation.path().startsWith("/v1/map") && reply.status() == 503;
      assertThat(reply.status() < 300 || waitsForAMap)
          .as("%s gave %s", operation, reply.response().body())
          .isTrue();
      assertFits(operation.method(), operation.path(), reply);
      ran++;
    }
    assertThat(ran).isGreaterThanOrEqualTo(7);
    for (String id : List.of("openapi-a", "openapi-b", "openapi-c")) {
      assertThat(samples.server().delete("/v1/papers/" + id).status()).isEqualTo(204);
    }
  }

  /** A key that opens nothing, by what is the matter with it. */
  enum Bad {
    NONE,
    WRONG,
    EXPIRED,
    REVOKED,
    TOO_WEAK
  }

  static Stream<Bad> bad() {
    return Stream.of(Bad.values());
  }

  @ParameterizedTest
  @MethodSource("bad")
  void noOperationThatNeedsAKeyIsDoneWithout(Bad bad, @TempDir Path own) throws IOException {
    Instant start = Instant.parse("2030-01-01T00:00:00Z");
    KeyRing ring = new KeyRing(new KeyFile(own), InstantSource.fixed(start));
    String revoked = ring.make("revoked", Role.ADMIN, Set.of(), Optional.empty()).secret();
    ring.revoke(new KeyFile(own).read().getFirst().id());
    String expired =
        ring.make("expired", Role.ADMIN, Set.of(), Optional.of(start.plus(Duration.ofHours(1))))
            .secret();
    String search = ring.make("search", Role.SEARCH, Set.of(), Optional.empty()).secret();
    InstantSource later = InstantSource.fixed(start.plus(Duration.ofHours(2)));
    try (RunningServer server = RunningServer.startWith(own, AccessRules.STRICT, later)) {
      int tried = 0;
      for (Operation operation : operations(server.get("/openapi.json").json())) {
        boolean isWeakEnough = bad != Bad.TOO_WEAK || !operation.role().equals("search");
        if (operation.role().equals("anybody") || !isWeakEnough) {
          continue;
        }
        HttpRequest.Builder request =
            server
                .request(operation.address())
                .header("X-Forwarded-For", "192.0.2.7")
                .header("Content-Type", "application/json")
                .method(operation.method().toUpperCase(Locale.ROOT), BodyPublishers.ofString("{}"));
        switch (bad) {
          case NONE -> {}
          case WRONG -> request.header("Authorization", "Bearer kindred_" + "A".repeat(43));
          case EXPIRED -> request.header("Authorization", "Bearer " + expired);
          case REVOKED -> request.header("Authorization", "Bearer " + revoked);
          case TOO_WEAK -> request.header("Authorization", "Bearer " + search);
        }
        assertThat(server.send(request).status())
            .as("%s, %s", operation, bad)
            .isEqualTo(bad == Bad.TOO_WEAK ? 403 : 401);
        tried++;
      }
      assertThat(tried).isGreaterThan(5);
    }
  }

  @Test
  void everyOperationSaysWhoMayAskAndHasAName() {
    Set<String> names = new TreeSet<>();
    for (Operation operation : operations(document())) {
      assertThat(METHODS).contains(operation.method());
      assertThat(operation.role()).isIn("anybody", "search", "write", "admin");
      assertThat(names.add(operation.json().path("operationId").asText()))
          .as("%s", operation)
          .isTrue();
    }
  }
}
