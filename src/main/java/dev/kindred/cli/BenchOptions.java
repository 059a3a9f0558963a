package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.benchmark.Course;
import dev.kindred.benchmark.Setup;
import dev.kindred.paper.Rejection.InvalidSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all benchmarks are told, and how they tell what they found. */
final class BenchOptions {
  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of all that is drawn at random (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  long seed() {
    return seed;
  }

  /** This machine and command. */
  Setup setup(String runtime) {
    List<String> arguments = command.root().commandLine().getParseResult().originalArgs();
    return Setup.here(runtime, seed, "kindred " + String.join(" ", arguments));
  }

  /** Runs a benchmark and shows how it goes; empty if it is told to end before its end. */
  static <T> Optional<T> run(
      Supplier<T> benchmark, Course course, Shutdown shutdown, Console console) {
    shutdown.whenAsked(course::stop);
    try (BenchDisplay _ = new BenchDisplay(course, console)) {
      return Optional.of(benchmark.get());
    } catch (CancellationException stopped) {
      return Optional.empty();
    }
  }

  void print(ObjectNode asJson, List<String> asText, Setup setup, Console console) {
    if (json) {
      console.out().println(asJson.toPrettyString());
    } else {
      asText.forEach(console.out()::println);
      console.out().println();
      console.out().println(setup.inWords());
    }
  }

  static void requirePositive(String option, int number) {
    if (number < 1) {
      throw new InvalidSettings("%s is %d; it must be 1 or more".formatted(option, number));
    }
  }
}
