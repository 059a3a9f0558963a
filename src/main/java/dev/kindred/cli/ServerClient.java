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

  /** There is no process at the other end at all. */
  static final class NothingListens extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NothingListens(URI server) {
      super("nothing listens at " + server);
    }
  }

  Answer get(String path, Query query) {
    return send(HttpRequest.newBuilder(URI.create(server + path + query)).GET());
  }

  Answer post(String path, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private Answer send(HttpRequest.Builder request) {
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    try {
      HttpResponse<String> response =
          http.send(request.timeout(ANSWER_PATIENCE).build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (ConnectException nothingListens) {
      throw new NothingListens(server);
    } catch (IOException noAnswer) {
      throw new Unavailable(
          "the server at %s does not answer: %s".formatted(server, reasonOf(noAnswer)));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while the server at %s was asked".formatted(server));
    }
  }

  private static String reasonOf(IOException failure) {
    String message = failure.getMessage();
    return message == null || message.isEmpty() ? failure.getClass().getSimpleName() : message;
  }

  @Override
  public void close() {
    http.close();
  }
}
