package dev.kindred.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.kindred.benchmark.Clients.Drive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientsTest {
  private static final List<byte[]> REQUESTS =
      Stream.of("/a", "/b", "/refused").map(HttpConnection::request).toList();

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private Clients clients;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          exchange.sendResponseHeaders(path.equals("/refused") ? 503 : 200, 2);
          exchange.getResponseBody().write(new byte[2]);
          exchange.close();
        });
    server.start();
    clients = new Clients(server.getAddress().getPort(), 2, new Course());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void eachRequestIsAskedOnceAndThoseRefusedAreCounted() {
    Drive drive = clients.drive(REQUESTS, Duration.ofSeconds(30));

    assertThat(drive.asked()).isEqualTo(3);
    assertThat(drive.refused()).isEqualTo(1);
    assertThat(drive.nanos()).hasSize(2);
    assertThat(asked).containsExactlyInAnyOrder("/a", "/b", "/refused");
  }

  @Test
  void whoGoesAroundAsksTheFirstAgainUntilTheTimeIsOver() {
    Drive drive = clients.driveAround(REQUESTS, Duration.ofMillis(300));

    assertThat(drive.asked()).isEqualTo(asked.size()).isGreaterThan(3);
    assertThat(asked.stream().limit(6)).contains("/a", "/b", "/refused");
  }
}
