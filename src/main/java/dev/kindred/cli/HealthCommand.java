package dev.kindred.cli;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exit code 0 if the server is ready, for containers and scripts. */
@Command(
    name = "health",
    description = {
      "Ask the running server whether it is ready.",
      "",
      "The server is the one of --server, else the one that serves the data folder, else the one"
          + " that would listen at --host and --port. The answer comes within two seconds or so."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:It is ready.", "1:It is not, or does not answer; standard error says why."},
    footerHeading = "%nExample:%n",
    footer = "  kindred health --data /srv/kindred && echo ready")
final class HealthCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Mixin private final ServerOption server = new ServerOption();
  @Mixin private final ListenOptions listen = new ListenOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the store; or KINDRED_DATA (default: vectors).")
  private @Nullable String data;

  HealthCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Map<Setting, String> given = new EnumMap<>(listen.given());
    given.putAll(server.given());
    StoreOptions.put(given, Setting.DATA, data);
    Optional<String> problem = HealthCheck.problem(address(settings.apply(given)));
    problem.ifPresent(console.err()::println);
    return problem.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static URI address(Options options) {
    return options
        .server()
        .or(() -> Serving.read(options.data()).map(serving -> URI.create(serving.url())))
        .orElseGet(() -> ListenOptions.address(options));
  }
}
