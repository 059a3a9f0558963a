package dev.kindred;

import dev.kindred.cli.Console;
import dev.kindred.cli.Kindred;
import dev.kindred.cli.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Starts Kindred: takes what the launcher and the environment say, and runs one command. */
public final class Main {
  /** Bytes of garbage; half of what a server of 77,000 papers has in use. */
  private static final long MAY_GROW_OLD = 48L << 20;

  private Main() {}

  public static void main(String[] args) {
    // Whatever the locale, programs read the numbers.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    Integer standardError = Integer.getInteger("kindred.stderr");
    if (standardError != null) {
      StandardError.takeBackFrom(standardError);
    }
    Settings settings =
        new Settings(System.getenv(), Path.of(System.getProperty("kindred.home", "")));
    System.setProperty("kindred.log.format", settings.logFormat());
    new OldGeneration(MAY_GROW_OLD, Duration.ofSeconds(1)).watch();
    if (args.length > 0 && args[0].equals("serve")) {
      System.setProperty("kindred.log", "INFO");
    }
    Console console = console(settings);
    for (String variable : settings.unknownVariables()) {
      console.err().println("kindred: the variable " + variable + " is set and means nothing");
    }
    System.exit(new Kindred(console, settings::resolve, version()).run(args));
  }

  /** UTF-8 whatever the locale: what is piped is read by programs, and JSON is UTF-8. */
  private static Console console(Settings settings) {
    Terminal terminal =
        new Terminal(
            Boolean.getBoolean("kindred.terminal.out"),
            Boolean.getBoolean("kindred.terminal.err"),
            !settings.isColourUnwanted(),
            Integer.getInteger("kindred.terminal.columns", 80));
    return new Console(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), terminal);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(not packaged)");
  }
}
