package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Speaks to a server's API. Thread-safe. */
final class ServerClient implements AutoCloseable {
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
  private static final Duration ANSWER_PATIENCE = Duration.ofMinutes(2);

  private final URI server;
  private final Optional<String> token;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build();

  ServerClient(URI server, Optional<String> token) {
    this.server = server;
    this.token = token;
  }

  URI address() {
    return server;
  }

  /** What the server answered, whatever it was. */
  record Answer(int status, String body) {
    boolean isRefused() {
      return status >= 400;
    }

    /** The body of a success; a refusal is thrown as what it is. */
    JsonNode orThrow() {
      if (!isRefused()) {
        return PaperJson.parse(body);
      }
      if (status >= 500) {
        throw new Unavailable(reason());
      }
      throw new InvalidRequest(reason());
    }

    /** The detail of a problem (RFC 9457), or what there is instead. */
    String reason() {
      try {
        return PaperJson.parse(body).path("detail").asText("the server answered " + status);
      } catch (InvalidRequest noJson) {
        return "the server answered " + status;
      }
    }
  }

  Answer get(String path, Query query) {
    return send(HttpRequest.newBuilder(URI.create(server + path + query)).GET());
  }

  Answer post(String path, String json) {
    return send(postRequest(path, json));
  }

  /** As {@link #post}, but empty if there is no process at the other end at all. */
  Optional<Answer> postIfAnyListens(String path, String json) {
    try {
      return Optional.of(exchange(postRequest(path, json)));
    } catch (ConnectException nothingListens) {
      return Optional.empty();
    } catch (IOException noAnswer) {
      throw unanswered(noAnswer);
    }
  }

  private HttpRequest.Builder postRequest(String path, String json) {
    return HttpRequest.newBuilder(URI.create(server + path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return exchange(request);
    } catch (IOException noAnswer) {
      throw unanswered(noAnswer);
    }
  }

  private Answer exchange(HttpRequest.Builder request) throws IOException {
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    try {
      HttpResponse<String> response =
          http.send(request.timeout(ANSWER_PATIENCE).build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while the server at %s was asked".formatted(server));
    }
  }

  private Unavailable unanswered(IOException failure) {
    return new Unavailable(
        "the server at %s does not answer: %s".formatted(server, reasonOf(failure)));
  }

  private static String reasonOf(IOException failure) {
    String message = failure.getMessage();
    return message == null || message.isEmpty() ? nameOf(failure) : message;
  }

  private static String nameOf(IOException failure) {
    return failure instanceof ConnectException
        ? "nothing listens there"
        : failure.getClass().getSimpleName();
  }

  @Override
  public void close() {
    http.close();
  }
}
