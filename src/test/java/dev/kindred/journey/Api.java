package dev.kindred.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A server as a program sees it. Every request throws {@link UncheckedIOException} if there is no
 * answer, as when the server has been killed.
 */
final class Api implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  Api(String url) {
    this.url = url;
  }

  String url() {
    return url;
  }

  record Answer(int statusCode, String body) {
    JsonNode json() {
      return PaperJson.parse(body);
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  Answer put(String path, JsonNode body) {
    return send(json(path).PUT(BodyPublishers.ofString(body.toString())));
  }

  Answer post(String path, JsonNode body) {
    return send(json(path).POST(BodyPublishers.ofString(body.toString())));
  }

  JsonNode status() {
    return get("/v1/status").json();
  }

  /** What a search finds. */
  JsonNode search(String mode, String text, int limit) {
    String path = "/v1/search?mode=%s&limit=%d&q=%s".formatted(mode, limit, encoded(text));
    return get(path).json().path("results");
  }

  /** The abstracts of all papers, by id. */
  Map<String, String> abstracts() {
    Map<String, String> abstracts = new TreeMap<>();
    String cursor = "";
    do {
      JsonNode page = get("/v1/papers?limit=150" + cursor).json();
      page.path("papers")
          .forEach(p -> abstracts.put(p.path("id").textValue(), p.path("abstract").textValue()));
      cursor = page.path("next").isTextual() ? "&cursor=" + page.path("next").textValue() : "";
    } while (!cursor.isEmpty());
    return abstracts;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException noAnswer) {
      throw new UncheckedIOException(noAnswer);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
