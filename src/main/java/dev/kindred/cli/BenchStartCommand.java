package dev.kindred.cli;

import dev.kindred.benchmark.Course;
import dev.kindred.benchmark.Setup;
import dev.kindred.benchmark.StartBenchmark;
import dev.kindred.benchmark.StartReport;
import dev.kindred.benchmark.StartedServer;
import dev.kindred.paper.Rejection.InvalidSettings;
import dev.kindred.paper.Rejection.Unavailable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how soon a server is ready. */
@Command(
    name = "start",
    description = {
      "Measure how soon a server is ready, with the AOT cache and without it.",
      "",
      "A server is started as the launcher starts it, in a process of its own, and asked at /readyz"
          + " until it has answered a first search. Without --data it serves an empty store."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kindred bench start",
      "  kindred bench start --data /srv/papers --rounds 9 --json"
    })
final class BenchStartCommand implements Callable<Integer> {
  private static final String CACHE = "kindred.aot";
  private static final String CACHE_FLAG = "-XX:AOTCache=";

  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Mixin private final StoreOptions store = new StoreOptions();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each is started (default: ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Mixin private final BenchOptions bench = new BenchOptions();

  BenchStartCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException {
    BenchOptions.requirePositive("--rounds", rounds);
    Path jar = jar();
    Course course = new Course();
    try (Shutdown shutdown = Shutdown.expect();
        TemporaryFolder folder = TemporaryFolder.create("kindred-bench-")) {
      Map<Setting, String> given = new EnumMap<>(store.given());
      if (store.data() == null) {
        given.put(Setting.DATA, folder.path().resolve("store").toString());
      }
      Server server = new Server(jar, settings.apply(given));
      Optional<Path> built = cacheIn(ManagementFactory.getRuntimeMXBean().getInputArguments());
      Path cache = built.orElse(folder.path().resolve(CACHE));
      Path log = folder.path().resolve("log");
      BenchOptions.run(() -> measured(server, cache, log, course), course, shutdown, console)
          .ifPresent(report -> print(report, cache, built.isPresent()));
      return shutdown.exitCode(ExitCode.OK);
    }
  }

  private StartReport measured(Server server, Path cache, Path log, Course course) {
    if (!Files.exists(cache)) {
      make(cache, server, log, course);
    }
    return new StartBenchmark(
            server.command(List.of(CACHE_FLAG + cache, "-XX:AOTMode=on")),
            server.command(List.of("-XX:AOTMode=off")),
            log,
            course)
        .run(rounds);
  }

  /** The cache that the launcher starts this JDK with these flags with. */
  static Optional<Path> cacheIn(List<String> flags) {
    return flags.stream()
        .filter(flag -> flag.startsWith(CACHE_FLAG))
        .map(flag -> Path.of(flag.substring(CACHE_FLAG.length())))
        .filter(Files::exists)
        .findFirst();
  }

  /** What the launcher started this process with. */
  private static Path jar() {
    Path jar = Path.of(ManagementFactory.getRuntimeMXBean().getClassPath()).toAbsolutePath();
    if (!Files.isRegularFile(jar)) {
      throw new InvalidSettings("bench start must be run by the launcher, from kindred.jar");
    }
    return jar;
  }

  /** By a server that is trained with one start. */
  private static void make(Path cache, Server server, Path log, Course course) {
    StartedServer.start(server.command(List.of("-XX:AOTCacheOutput=" + cache)), log, course);
    if (!Files.exists(cache)) {
      throw new Unavailable("this JVM made no AOT cache at " + cache);
    }
  }

  /** A server's command line, with the flags of this JVM, which are the launcher's. */
  private record Server(Path jar, Options options) {
    List<String> command(List<String> flags) {
      List<String> command = new ArrayList<>();
      command.add(ProcessHandle.current().info().command().orElse("java"));
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .filter(flag -> !flag.startsWith("-XX:AOT") && !flag.startsWith("-Dkindred.stderr"))
          .forEach(command::add);
      command.addAll(flags);
      command.addAll(List.of("-jar", jar.toString(), "serve", "--host", "127.0.0.1"));
      command.addAll(List.of("--data", options.data().toString()));
      command.addAll(List.of("--models", options.models().toString()));
      options.model().ifPresent(model -> command.addAll(List.of("--model", model)));
      return command;
    }
  }

  private void print(StartReport report, Path cache, boolean isBuilt) {
    Setup setup = bench.setup("");
    bench.print(
        report.json(cache.toFile().length(), isBuilt, setup),
        BenchStartText.lines(report, cache.toFile().length(), isBuilt),
        setup,
        console);
  }
}
