package dev.kindred.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kindred.paper.Rejection;
import dev.kindred.paper.Rejection.InvalidSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: finds the command, runs it, turns what it throws into an exit code. */
public final class Kindred {
  private static final int MIN_HELP_WIDTH = 55; // picocli refuses less

  private final Console console;
  private final CommandLine commandLine;

  /**
   * Wires the commands.
   *
   * @param settings checks the options given and fills in the others; throws {@link
   *     InvalidSettings}
   */
  public Kindred(
      Console console, Function<Map<Setting, String>, Options> settings, String version) {
    this.console = console;
    this.commandLine = new CommandLine(new KindredCommand());
    for (Object command :
        List.of(
            new DemoCommand(console, settings, version),
            new ImportCommand(console, settings),
            new SearchCommand(console, settings),
            new SimilarCommand(console, settings),
            new RecommendCommand(console, settings),
            new DuplicatesCommand(console, settings),
            new ServeCommand(console, settings, version),
            new StatusCommand(console, settings),
            new ReembedCommand(console, settings),
            new CalibrateCommand(console, settings),
            new CommandLine(new ModelsCommand(console, settings))
                .addSubcommand(new OptimiseCommand(console, settings)),
            new CommandLine(new KeysCommand())
                .addSubcommand(new KeysCreateCommand(console, settings))
                .addSubcommand(new KeysListCommand(console, settings))
                .addSubcommand(new KeysRevokeCommand(console, settings)),
            new EvaluateCommand(console, settings),
            new HealthCommand(console, settings))) {
      commandLine.addSubcommand(command);
    }
    commandLine.addSubcommand(
        new CommandLine(new BenchCommand())
            .addSubcommand(new BenchEmbedCommand(console, settings))
            .addSubcommand(new BenchIndexCommand(console))
            .addSubcommand(new BenchServeCommand(console, settings, version))
            .addSubcommand(new BenchStartCommand(console, settings)));
    configure(version);
  }

  private void configure(String version) {
    CommandHelp.complete(commandLine.getCommandSpec());
    CommandHelp.addVersion(commandLine.getCommandSpec(), version);
    commandLine.setOut(new PrintWriter(console.out(), true, UTF_8));
    commandLine.setErr(new PrintWriter(console.err(), true, UTF_8));
    commandLine.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            console.terminal().isOut() && console.terminal().hasColour() ? Ansi.ON : Ansi.OFF));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpWidth(Math.max(MIN_HELP_WIDTH, console.terminal().columns()));
    commandLine.setParameterExceptionHandler(this::usage);
    commandLine.setExecutionStrategy(this::execute);
    commandLine.setExecutionExceptionHandler(this::failure);
  }

  /** Runs a command and returns the exit code of the process. */
  public int run(String... arguments) {
    // A command that has something to put in order takes the signals itself.
    try (EndSignals _ = new EndSignals(Runtime.getRuntime()::halt)) {
      return commandLine.execute(arguments);
    }
  }

  CommandLine commandLine() {
    return commandLine;
  }

  /** Help is no answer to a command that there is not. */
  private int execute(ParseResult parsed) {
    if (!parsed.hasSubcommand() && !parsed.unmatched().isEmpty()) {
      throw new UnmatchedArgumentException(commandLine, parsed.unmatched());
    }
    return new RunLast().execute(parsed);
  }

  private int usage(ParameterException wrong, String[] arguments) {
    console.err().println("kindred: " + UsageError.message(wrong));
    if (wrong instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
      UnmatchedArgumentException.printSuggestions(wrong, commandLine.getErr());
    }
    console
        .err()
        .println(
            "Try: %s --help".formatted(wrong.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  private int failure(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof Rejection rejection) {
      rejection
          .reason()
          .lines()
          .map(OptionNames::in)
          .forEach(line -> console.err().println("kindred: " + line));
      return rejection instanceof InvalidSettings ? ExitCode.USAGE : ExitCode.FAILED;
    }
    // Not a constant: the health check has no time for the logging library.
    LoggerFactory.getLogger(Kindred.class)
        .error("{} failed; this is a bug", command.getCommandName(), failure);
    return ExitCode.FAILED;
  }
}
