package dev.kindred.cli;

import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidSettings;
import dev.kindred.paper.Rejection.Unavailable;
import java.net.URI;
import java.util.Optional;

/** Finds the server that a command has to go through. */
final class RunningServer {
  private static final int BAD_REQUEST = 400;

  private RunningServer() {}

  /**
   * The server that was named, or the one that serves the data folder. None if that one was killed
   * and left its file behind. The caller closes it.
   *
   * @throws Unavailable if the process that serves the folder lives and does not answer
   */
  static Optional<ServerClient> find(Options options) {
    if (options.server().isPresent()) {
      return options.server().map(url -> new ServerClient(url, options.key()));
    }
    return Serving.read(options.data()).flatMap(serving -> living(serving, options));
  }

  /**
   * For what is done on the store's own machine only, where its folder is.
   *
   * @throws InvalidSettings if a server was named
   */
  static void requireNoneNamed(Options options, String command) {
    options
        .server()
        .ifPresent(server -> {
          throw new InvalidSettings(
              "KINDRED_SERVER is %s; %s must be run where the store is, without it"
                  .formatted(Quoted.of(server.toString()), command));
        });
  }

  /**
   * Looks whether a server has the model that was named, if any was: which model it has is not for
   * a command to choose.
   *
   * @throws InvalidSettings if it has another
   */
  static void requireModel(ServerClient server, Options options) {
    if (options.model().isEmpty()) {
      return;
    }
    String named = options.model().get();
    String served =
        server.get("/v1/status", Query.none()).orThrow().path("model").path("name").asText();
    if (!named.equals(served)) {
      throw new InvalidSettings(
          "model is %s; it must be %s, which the server at %s has, or not be named"
              .formatted(Quoted.of(named), Quoted.of(served), server.address()));
    }
  }

  private static Optional<ServerClient> living(Serving serving, Options options) {
    ServerClient client = new ServerClient(URI.create(serving.url()), Optional.of(serving.token()));
    try {
      if (takesToken(client)) {
        return Optional.of(client);
      }
    } catch (Unavailable silent) {
      client.close();
      throw new Unavailable(
          "%s (process %d serves %s; wait for it or end it)"
              .formatted(silent.reason(), serving.pid(), options.data()));
    }
    client.close();
    return Optional.empty();
  }

  /**
   * Whether anything listens there, and is the very server that wrote the token, and not another
   * that got its port since: an order that says nothing is refused either as such or for its token.
   */
  private static boolean takesToken(ServerClient client) {
    return client
        .postIfAnyListens("/v1/reembed", "{}")
        .filter(answer -> answer.status() == BAD_REQUEST)
        .isPresent();
  }
}
