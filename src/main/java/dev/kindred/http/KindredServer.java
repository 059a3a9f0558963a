package dev.kindred.http;

import dev.kindred.http.access.Access;
import dev.kindred.http.access.AccessRules;
import dev.kindred.http.access.CrossOrigin;
import dev.kindred.http.access.KnownKeys;
import dev.kindred.http.access.SecurityHeaders;
import dev.kindred.http.activity.Activity;
import dev.kindred.http.metrics.Metrics;
import dev.kindred.http.page.PageFiles;
import dev.kindred.http.page.WidgetMarkup;
import dev.kindred.http.request.JsonBody;
import dev.kindred.paper.Rejection;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.InvalidSettings;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.EndpointNotFound;
import io.javalin.util.JavalinBindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Serves a collection over HTTP.
 *
 * <pre>
 * GET  POST        /v1/search                search by q, or browse by filters and date
 * GET  POST        /v1/papers                list all with a cursor; put many
 * GET  PUT  DELETE /v1/papers/{id}           one paper, its id percent-encoded
 * GET  PUT  DELETE /v1/papers?id=            the same, behind proxies that rewrite %2F
 * GET              /v1/papers/{id}/similar   papers like it
 * GET              /v1/similar?id=           the same
 * GET  POST        /v1/recommendations       papers like some, unlike others
 * GET              /v1/papers/{id}/duplicates  the same paper in other versions or words
 * GET              /v1/duplicates            the same; without id of all papers, part by part
 * GET              /v1/map                   papers as points by meaning: how it is, its regions
 * GET              /v1/map/points            the points
 * GET              /v1/map/near              papers around a place
 * GET  POST        /v1/map/places            where papers are
 * GET              /v1/status                counts, progress, model, version
 * GET              /v1/activity              what was asked, rejected, failed
 * POST             /v1/reembed               try failed papers again
 * GET              /metrics                  numbers, for Prometheus
 * GET              /livez  /readyz           the process lives; a warm-up search has been answered
 * GET              /  /map  /admin           pages: to search, the map, for who runs the server
 * GET              /openapi.json  /docs     the API document, and a page of it
 * GET              /papers/{id}              a paper's page; /papers?id= is the same
 * GET              /papers/{id}/bibtex       the paper in this format; /papers/{id}/ris in that
 * GET              /assets/{file}            what pages load
 * GET              /widget/kindred.js        similar papers on pages of other sites
 * GET              /widget/kindred-{version}.js  the same, of this version alone
 * </pre>
 *
 * <p>HEAD goes wherever GET goes. Every error is {@code application/problem+json}, of papers' pages
 * and {@code /admin} a page. The API document describes parameters and answers. Thread-safe; does
 * not own the collection: close the server first.
 */
public final class KindredServer implements AutoCloseable {
  /** The longest body of papers that is read, in bytes. */
  public static final int MAX_BODY_BYTES = JsonBody.LARGE;

  private final Javalin javalin;
  private final Routes routes;
  private final WarmUp warmUp;
  private final Metrics metrics;
  private final int port;

  private KindredServer(Javalin javalin, Routes routes, WarmUp warmUp, Metrics metrics) {
    this.javalin = javalin;
    this.routes = routes;
    this.metrics = metrics;
    this.port = javalin.port();
    this.warmUp = warmUp;
  }

  /** Begins to serve; tells of no slow searches. */
  public static KindredServer start(
      ServedCollection collection,
      KnownKeys keys,
      AccessRules rules,
      InstantSource clock,
      Listening listening) {
    return start(collection, keys, rules, clock, listening, SlowSearches.UNTOLD);
  }

  /**
   * Begins to serve, and to warm up in the background.
   *
   * @param slow which searches the log is told of
   * @throws InvalidSettings if there is nothing to listen at under that host and port
   */
  public static KindredServer start(
      ServedCollection collection,
      KnownKeys keys,
      AccessRules rules,
      InstantSource clock,
      Listening listening,
      SlowSearches slow) {
    String host = listening.host();
    int port = listening.port();
    requireKnown(host);
    WarmUp warmUp = new WarmUp(collection.engine());
    AtomicReference<Routes> routes = new AtomicReference<>();
    Watching watching = Watching.of(collection, warmUp, slow, clock);
    Javalin javalin =
        Javalin.create(config -> {
          routes.set(Routes.none(config.routes));
          JettySettings.apply(config.jetty, host, port);
          quieten(config);
          config.requestLogger.http(new RequestLog(watching.metrics()));
          config.routes.before(RequestNames::begin);
          config.routes.before(new CrossOrigin(listening.origins(), keys)::mark);
          addAccess(config, new Access(keys, rules, clock));
          addRoutes(config, routes.get(), collection, warmUp, clock, watching);
        });
    try {
      javalin.start();
    } catch (JavalinBindException taken) {
      throw new InvalidSettings(
          "cannot listen on port %d of %s: %s; choose another port, or 0 for any that is free"
              .formatted(port, host, reason(taken)));
    }
    warmUp.start();
    return new KindredServer(javalin, routes.get(), warmUp, watching.metrics());
  }

  private static void requireKnown(String host) {
    try {
      InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new InvalidSettings(
          "host is \"%s\"; it must be a name or address of this machine".formatted(host));
    }
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private static void quieten(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.defaultContentType = "application/json";
    config.router.ignoreTrailingSlashes = false;
  }

  private static void addRoutes(
      JavalinConfig config,
      Routes routes,
      ServedCollection collection,
      WarmUp warmUp,
      InstantSource clock,
      Watching watching) {
    Activity activity = watching.activity();
    Admission admission = watching.admission();
    WatchedAnswers answers = watching.answers();
    PageFiles files = new PageFiles();
    PaperRoutes papers = new PaperRoutes(collection.index(), activity.rejections());
    new SearchRoutes(collection.engine(), answers).addTo(routes);
    papers.addTo(routes);
    new CollectionRoutes(collection.index(), papers, activity.rejections()).addTo(routes);
    new RecommendationRoute(collection.engine(), answers).addTo(routes);
    new DuplicateRoutes(collection.index(), admission).addTo(routes);
    new MapRoutes(collection.index(), collection.map(), admission).addTo(routes);
    new StatusRoutes(collection, warmUp, clock).addTo(routes);
    new ReembedRoute(collection.index()).addTo(routes);
    addPages(routes, collection, admission, files);
    new AdminRoutes(collection, activity, files).addTo(routes);
    new MetricsRoute(watching.metrics()).addTo(routes);
    config.router.javaLangErrorHandler((response, bug) -> Problems.answer(bug, response));
    config.routes.before(KindredServer::beforeAll);
    config.routes.exception(Exception.class, (bug, ctx) -> Problems.answer(bug, ctx));
    config.routes.exception(Rejection.class, Problems::answer);
    config.routes.exception(
        EndpointNotFound.class, (_, ctx) -> Problems.answer(routes.refusal(ctx), ctx));
  }

  private static void addAccess(JavalinConfig config, Access access) {
    config.routes.beforeMatched(access::check);
    config.routes.after(access::noteOutcome);
  }

  private static void addPages(
      Routes routes, ServedCollection collection, Admission admission, PageFiles files) {
    WidgetMarkup markup = new WidgetMarkup(files.widget(), collection.version());
    new PageRoutes(files, collection.version()).addTo(routes);
    new WidgetRoutes(files.widget(), collection.version()).addTo(routes);
    new PaperPageRoutes(collection, admission, markup).addTo(routes);
  }

  private static void beforeAll(Context ctx) {
    SecurityHeaders.ALL.forEach(ctx::header);
    AddressLength.check(ctx);
    // Javalin would obey it, and a GET could then delete.
    if (ctx.header("X-HTTP-Method-Override") != null) {
      throw new InvalidRequest("X-HTTP-Method-Override is not obeyed; send the method itself");
    }
  }

  /** Where it listens; differs from what was asked for if that was 0. */
  public int port() {
    return port;
  }

  /** All addresses that it answers, with their methods. */
  Map<String, Set<String>> routes() {
    return routes.all();
  }

  /** Whether the warm-up search has been answered. */
  public boolean isReady() {
    return warmUp.isDone();
  }

  /** Whether the warm-up search has failed, so that it will never be ready. */
  public boolean isBroken() {
    return warmUp.hasFailed();
  }

  /** Refuses new requests, lets those in flight finish within five seconds, and stops. */
  @Override
  public void close() {
    javalin.stop();
    try {
      warmUp.await(JettySettings.STOP_TIMEOUT);
    } catch (InterruptedException stopSoon) {
      Thread.currentThread().interrupt();
    }
    metrics.close();
  }
}
