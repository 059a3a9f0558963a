package dev.kindred.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/sized", 200, 100_000, 100_000);
    answer("/chunked", 200, 100_000, 0); // 0 stands for chunks
    answer("/gone", 404, 3, 3);
    server.start();
  }

  private void answer(String path, int status, int bytes, int told) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, told);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(new byte[bytes]);
          }
        });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void answersOfAllKindsAreReadToTheirEndOnOneConnection() throws IOException {
    try (HttpConnection connection = new HttpConnection(server.getAddress().getPort())) {
      for (int i = 0; i < 3; i++) {
        assertThat(connection.send(HttpConnection.request("/sized")))
            .isEqualTo(new HttpConnection.Answer(200, 100_000));
        assertThat(connection.send(HttpConnection.request("/chunked")))
            .isEqualTo(new HttpConnection.Answer(200, 100_000));
        assertThat(connection.send(HttpConnection.request("/gone")))
            .isEqualTo(new HttpConnection.Answer(404, 3));
      }
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNoAnswer() throws IOException {
    try (ServerSocket half = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answering =
          CompletableFuture.runAsync(() -> {
            try (Socket socket = half.accept()) {
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf".getBytes(US_ASCII));
              socket.shutdownOutput();
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
      try (HttpConnection connection = new HttpConnection(half.getLocalPort())) {
        answering.join();
        assertThatThrownBy(() -> connection.send(new byte[0])).isInstanceOf(EOFException.class);
      }
    }
  }
}
