package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Waiting;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapApiTest extends SampleApi {
  private static final int PAPERS = 121;

  @BeforeAll
  static void draw() {
    samples.server().drawMap(folder.resolve("map"));
    Waiting.until("there is a map", () -> map().path("state").asText().equals("ready"));
  }

  private static JsonNode map() {
    return samples.server().get("/v1/map").json();
  }

  @Test
  void aMapOfTheSamplesIsTrustworthyAndItsRegionsHaveNames() {
    JsonNode map = map();
    assertThat(map.path("papers").asInt()).isEqualTo(PAPERS);
    assertThat(map.path("not_on_map").asInt()).isZero();
    assertThat(map.path("trustworthiness").asDouble()).isBetween(.85, 1.0);
    assertThat(Math.max(map.path("width").asInt(), map.path("height").asInt())).isEqualTo(65_535);
    Set<String> names = new HashSet<>();
    int papers = 0;
    for (JsonNode region : map.path("regions")) {
      assertThat(region.path("name").asText()).matches("[\\p{L}\\p{N}, -]{3,}");
      assertThat(names.add(region.path("name").asText())).isTrue();
      papers += region.path("level").asInt() == 0 ? region.path("papers").asInt() : 0;
    }
    assertThat(papers).isEqualTo(PAPERS);
  }

  @Test
  void pointsAreEightBytesEachAndAgreeWithPlaces() throws IOException, InterruptedException {
    ByteBuffer points;
    try (HttpClient client = HttpClient.newHttpClient()) {
      points =
          ByteBuffer.wrap(
                  client
                      .send(
                          samples.server().request("/v1/map/points").build(),
                          BodyHandlers.ofByteArray())
                      .body())
              .order(ByteOrder.LITTLE_ENDIAN);
    }
    assertThat(points.remaining()).isEqualTo(8 * PAPERS);
    JsonNode place = samples.server().get("/v1/map/places?id=quokka").json().path("places").path(0);
    int at = 8 * place.path("index").asInt();
    assertThat((int) points.getChar(at)).isEqualTo(place.path("x").asInt());
    assertThat((int) points.getChar(at + 2)).isEqualTo(place.path("y").asInt());
    assertThat((int) points.getChar(at + 4)).isEqualTo(place.path("region").asInt());
    assertThat((int) points.getChar(at + 6)).isEqualTo(2011);
  }

  @Test
  void whatIsNearAPlaceIsToldWithItsTitle() {
    JsonNode place = samples.server().get("/v1/map/places?id=quokka").json().path("places").path(0);
    JsonNode near =
        samples
            .server()
            .get("/v1/map/near?x=%s&y=%s&limit=3".formatted(place.path("x"), place.path("y")))
            .json();
    assertThat(near.path("papers")).hasSize(3);
    assertThat(near.path("papers").path(0).path("id").asText()).isEqualTo("quokka");
    assertThat(near.path("papers").path(0).path("title").asText())
        .isEqualTo("A reviewed note on quokkas");
  }

  @Test
  void placesOfManyArePostedAndThoseOfNoneAreNamed() {
    JsonNode places =
        samples.server().post("/v1/map/places", "{\"id\": [\"quokka\", \"nowhere\"]}").json();
    assertThat(places.path("places")).hasSize(1);
    assertThat(places.path("not_on_map")).hasSize(1);
    assertThat(places.path("not_on_map").path(0).asText()).isEqualTo("nowhere");
    assertThat(places.path("version")).isEqualTo(map().path("version"));
  }

  @Test
  void whoHasTheMapIsNotSentItAgain() {
    for (String path : new String[] {"/v1/map", "/v1/map/points"}) {
      String tag = samples.server().get(path).header("ETag");
      var again =
          samples.server().send(samples.server().request(path).header("If-None-Match", tag).GET());
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.response().body()).isEmpty();
    }
  }

  @Test
  void aMapThatWasKeptIsShownAsItWas() {
    JsonNode before = map();
    samples.server().drawMap(folder.resolve("map"));
    Waiting.until("there is a map", () -> map().path("state").asText().equals("ready"));
    assertThat(map()).isEqualTo(before);
  }

  @Test
  void badPlacesAreRefused() {
    assertThat(samples.server().get("/v1/map/near?x=5").detail())
        .isEqualTo("y is missing; it must be 0 to 65535");
    assertThat(samples.server().get("/v1/map/near?x=5&y=70000").status()).isEqualTo(400);
    assertThat(samples.server().get("/v1/map/places").status()).isEqualTo(400);
  }

  @Test
  void withFewPapersThereIsAReasonAndLaterAMapFromWhichDeletedOnesVanish(@TempDir Path other) {
    try (RunningServer server = RunningServer.start(other)) {
      server.drawMap(other.resolve("map"));
      Waiting.until(
          "it has looked",
          () ->
              server
                  .get("/v1/map")
                  .json()
                  .path("reason")
                  .asText()
                  .equals("0 papers are embedded; a map needs 10"));
      assertThat(server.get("/v1/map/points").status()).isEqualTo(503);
      for (int i = 0; i < 24; i++) {
        server.put(
            "/v1/papers/p" + i,
            "{\"title\": \"Moss %d\", \"abstract\": \"It grows on stone.\"}".formatted(i));
      }
      Waiting.until(
          "there is a map of all", () -> server.get("/v1/map").json().path("papers").asInt() == 24);
      server.delete("/v1/papers/p7");
      JsonNode places = server.get("/v1/map/places?id=p7").json();
      assertThat(places.path("places")).isEmpty();
      Waiting.until(
          "it has vanished", () -> server.get("/v1/map").json().path("papers").asInt() == 23);
    }
  }
}
