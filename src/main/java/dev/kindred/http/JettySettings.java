package dev.kindred.http;

import io.javalin.config.JettyConfig;
import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** What Jetty lets in, how long it waits, and how it stops. */
final class JettySettings {
  /** Of the address and the headers together. */
  static final int MAX_HEAD_BYTES = 64 << 10;

  static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
  private static final int MAX_CONNECTIONS = 1_000;
  private static final int MAX_THREADS = 64;

  /**
   * Lets an id hold any character, percent-encoded. Routes are matched against the path as it was
   * sent, never against a decoded one, so that these are not ambiguous here.
   */
  private static final UriCompliance ENCODED_IDS =
      new UriCompliance(
          "encoded ids",
          EnumSet.of(
              Violation.AMBIGUOUS_PATH_SEGMENT,
              Violation.AMBIGUOUS_EMPTY_SEGMENT,
              Violation.AMBIGUOUS_PATH_SEPARATOR,
              Violation.AMBIGUOUS_PATH_ENCODING,
              Violation.AMBIGUOUS_PATH_PARAMETER,
              Violation.SUSPICIOUS_PATH_CHARACTERS));

  private JettySettings() {}

  static void apply(JettyConfig jetty, String host, int port) {
    JettyProblems problems = new JettyProblems();
    jetty.threadPool = new QueuedThreadPool(MAX_THREADS);
    jetty.modifyServer(server -> {
      server.setErrorHandler(problems);
      server.insertHandler(new GracefulHandler());
      server.setStopTimeout(STOP_TIMEOUT.toMillis());
      server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    });
    jetty.modifyServletContextHandler(context -> context.setErrorHandler(problems));
    jetty.addConnector((server, http) -> connector(server, http, host, port));
  }

  private static Connector connector(Server server, HttpConfiguration http, String host, int port) {
    http.setUriCompliance(ENCODED_IDS);
    http.setRequestHeaderSize(MAX_HEAD_BYTES);
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    return connector;
  }
}
