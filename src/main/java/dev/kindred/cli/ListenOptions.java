package dev.kindred.cli;

import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a server listens, and to whose pages. */
final class ListenOptions {
  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Address to listen at, 0.0.0.0 for all; or KINDRED_HOST (default: 127.0.0.1).")
  @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen at, 0 for any free one; or KINDRED_PORT (default: 8080).")
  @Nullable String port;

  @Option(
      names = "--cors",
      paramLabel = "ORIGIN,…",
      description = {
        "Origins whose pages may read the API, as https://example.org, with commas between them,"
            + " or * for all; or KINDRED_CORS (default: none)."
      })
  @Nullable String cors;

  @Option(
      names = "--slow-query",
      paramLabel = "MS",
      description = {
        "Tell the log of searches that take so many milliseconds or more, without what was asked;"
            + " 0 for none; or KINDRED_SLOW_QUERY (default: 1000)."
      })
  @Nullable String slowQuery;

  @Mixin private final AccessOptions access = new AccessOptions();

  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(access.given());
    StoreOptions.put(given, Setting.HOST, host);
    StoreOptions.put(given, Setting.PORT, port);
    StoreOptions.put(given, Setting.CORS, cors);
    StoreOptions.put(given, Setting.SLOW_QUERY, slowQuery);
    return given;
  }

  /** Where to ask a server of this machine that listens as these options say. */
  static URI address(Options options) {
    return address(options.host(), options.port());
  }

  static URI address(String host, int port) {
    String name =
        switch (host) {
          case "0.0.0.0" -> "127.0.0.1";
          case "::", "[::]" -> "[::1]";
          default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    return URI.create("http://" + name + ":" + port);
  }

  /**
   * Looks before anything else is begun: a model to load, papers to embed, a store to make.
   *
   * @throws InvalidSettings if nothing can listen there
   */
  static void requireFree(Options options) {
    try (ServerSocket socket =
        new ServerSocket(options.port(), 1, InetAddress.getByName(options.host()))) {
      Objects.requireNonNull(socket);
    } catch (IOException taken) {
      requireOfThisMachine(options.host());
      throw new InvalidSettings(
          "cannot listen on port %d of %s: %s; choose another port, or --port 0 for any that is free"
              .formatted(options.port(), options.host(), taken.getMessage()));
    }
  }

  /** Where not even some free port can be listened at, no other port will do. */
  private static void requireOfThisMachine(String host) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      Objects.requireNonNull(socket);
    } catch (IOException foreign) {
      throw new InvalidSettings(
          "host is %s; it must be a name or address of this machine".formatted(Quoted.of(host)));
    }
  }
}
