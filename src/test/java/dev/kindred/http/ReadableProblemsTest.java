package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Rejection.Unavailable;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ReadableProblemsTest {
  @Test
  void aPageThatCannotBeShownNowSaysWhenToComeAgain() throws IOException, InterruptedException {
    Javalin busy =
        Javalin.create(config -> {
          config.jetty.host = "127.0.0.1";
          config.jetty.port = 0;
          config.routes.get(
              "/",
              new ReadableProblems()
                  .of(_ -> {
                    throw new Unavailable("too many");
                  }));
        });
    busy.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:%d/".formatted(busy.port()));
      HttpResponse<String> reply =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertThat(reply.statusCode()).isEqualTo(503);
      assertThat(reply.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(reply.body()).contains("too many");
    } finally {
      busy.stop();
    }
  }
}
