package dev.kindred.cli;

import dev.kindred.benchmark.Course;
import dev.kindred.benchmark.ServeBenchmark;
import dev.kindred.benchmark.ServeReport;
import dev.kindred.benchmark.ServedQueries;
import dev.kindred.benchmark.Setup;
import dev.kindred.benchmark.StoreFill;
import dev.kindred.evaluation.CachedEmbedder;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.InvalidSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a server. */
@Command(
    name = "serve",
    description = {
      "Measure how many searches a server answers.",
      "",
      "Clients on this machine ask it titles and sentences of its papers over HTTP, each as soon as"
          + " it has its last answer; in turns, the same queries are only embedded. Then the last"
          + " queries are asked again, which the server still knows. Without --data or --papers the"
          + " sample papers are served."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kindred bench serve",
      "  kindred bench serve --data /srv/papers --seconds 60 --json",
      "  kindred bench serve --papers papers.jsonl --clients 16"
    })
final class BenchServeCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;
  private final String version;

  @Mixin private final StoreOptions store = new StoreOptions();

  @Option(
      names = "--papers",
      paramLabel = "FILE",
      description =
          "Instead of a store: papers in any format that import reads, put into a temporary store."
              + " Their embeddings are kept between runs.")
  private @Nullable Path papers;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Where embeddings are kept; or KINDRED_CACHE (default: ~/.cache/kindred/embeddings).")
  private @Nullable String cache;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many ask at once (default: ${DEFAULT-VALUE}).")
  private int clients = 8;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "20",
      description = "How long new queries are asked (default: ${DEFAULT-VALUE}).")
  private int seconds = 20;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      defaultValue = "20",
      description = "How long they are asked before (default: ${DEFAULT-VALUE}).")
  private int warmUp = 20;

  @Mixin private final BenchOptions bench = new BenchOptions();

  BenchServeCommand(
      Console console, Function<Map<Setting, String>, Options> settings, String version) {
    this.console = console;
    this.settings = settings;
    this.version = version;
  }

  @Override
  public Integer call() throws IOException {
    BenchOptions.requirePositive("--clients", clients);
    BenchOptions.requirePositive("--seconds", seconds);
    BenchOptions.requirePositive("--warm-up", warmUp);
    if (papers != null && store.data() != null) {
      throw new InvalidSettings("either --data or --papers may be given, not both");
    }
    Map<Setting, String> given = new EnumMap<>(store.given());
    given.put(Setting.HOST, "127.0.0.1");
    given.put(Setting.PORT, "0");
    StoreOptions.put(given, Setting.CACHE, cache);
    Course course = new Course();
    try (Shutdown shutdown = Shutdown.expect();
        TemporaryFolder folder = TemporaryFolder.create("kindred-bench-")) {
      if (store.data() == null) {
        given.put(Setting.DATA, folder.path().resolve("store").toString());
      }
      Options options = settings.apply(given);
      try (OpenCollection collection = OpenCollection.open(options)) {
        BenchOptions.run(
                () -> measured(collection, options, course, shutdown), course, shutdown, console)
            .ifPresent(report -> print(report, collection));
      }
      return shutdown.exitCode(ExitCode.OK);
    }
  }

  private ServeReport measured(
      OpenCollection collection, Options options, Course course, Shutdown shutdown) {
    if (store.data() == null) {
      fill(collection, options, course);
    }
    Duration before = Duration.ofSeconds(warmUp);
    Duration time = Duration.ofSeconds(seconds);
    List<String> queries = queries(collection, ServeBenchmark.wanted(before.plus(time)));
    try (Service service = Service.start(collection, collection.embed(), options, version)) {
      if (!service.awaitReady(shutdown)) {
        course.stop();
      }
      course.requireGoingOn();
      return new ServeBenchmark(service.port(), clients, collection.embedder(), queries, course)
          .run(before, time);
    }
  }

  private void fill(OpenCollection collection, Options options, Course course) {
    List<Paper> all = SamplePapers.read(Optional.ofNullable(papers));
    try (CachedEmbedder cached = CachedEmbedder.over(collection.embedder(), options.cache())) {
      StoreFill.fill(collection.index(), all, cached, course);
    }
  }

  private List<String> queries(OpenCollection collection, int wanted) {
    try (IndexView view = collection.index().view()) {
      if (view.counts().embedded() == 0) {
        throw new InvalidRequest("the store holds no embedded paper to make queries of");
      }
      return ServedQueries.drawn(view, wanted, bench.seed());
    }
  }

  private void print(ServeReport report, OpenCollection collection) {
    Setup setup = bench.setup(collection.index().identity().recorded().runtime());
    int served = collection.papers();
    bench.print(
        report.json(served, clients, setup),
        BenchServeText.lines(report, served, clients),
        setup,
        console);
  }
}
