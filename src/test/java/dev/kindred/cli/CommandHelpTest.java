package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class CommandHelpTest {
  static Stream<String> commands() {
    return specs().map(CommandSpec::name);
  }

  private static Stream<CommandSpec> specs() {
    Console console = new Console(System.in, System.out, System.err, Terminal.NONE);
    Kindred kindred =
        new Kindred(
            console,
            given -> {
              throw new AssertionError("nothing is run");
            },
            "test");
    return kindred.commandLine().getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionAndParameterIsDescribed(String name) {
    CommandSpec command =
        specs().filter(spec -> spec.name().equals(name)).findFirst().orElseThrow();
    assertThat(command.args()).isNotEmpty();
    assertThat(command.args()).allSatisfy(CommandHelpTest::isDescribed);
  }

  private static void isDescribed(ArgSpec argument) {
    assertThat(argument.description()).as(argument.toString()).isNotEmpty();
    assertThat(argument.description()[0]).as(argument.toString()).endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpTellsPurposeOptionsExitCodesAndAnExample(String name) {
    CommandRun help = CommandRun.of(name, "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("Usage: kindred " + name, "Options:", "Exit codes:", "Example", "--help")
        .doesNotContain("null");
    assertThat(help.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void helpWithoutACommandListsAllCommands() {
    CommandRun help = CommandRun.of("--help");
    assertThat(help.exitCode()).isZero();
    commands().forEach(name -> assertThat(help.out()).containsPattern("(?m)^  " + name + " "));
  }

  @Test
  void aMisspeltCommandIsAnsweredWithASuggestion() {
    CommandRun run = CommandRun.of("serch", "drought");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("serch", "kindred search", "--help");
  }

  @Test
  void noCommandAtAllIsAnError() {
    CommandRun run = CommandRun.of();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("COMMAND is missing");
  }

  @Test
  void aBadSettingIsAUsageError() {
    CommandRun run = CommandRun.of("status", "--server", "nowhere");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--server is \"nowhere\"; it must be");
  }
}
