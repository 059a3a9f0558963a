package dev.kindred.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Settings;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
  void aWordThatIsNoCommandIsCalledSoWithoutAGuess() {
    CommandRun run = CommandRun.of("bogus");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("kindred: \"bogus\" is not a command; kindred --help lists them\n")
        .doesNotContain("mean");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import --page-date 2025-13-01 x|--page-date is \"2025-13-01\"; it must be a day as YYYY-MM-DD",
        "import --map Titel x|--map is \"Titel\"; it must be as COLUMN=FIELD",
        "search --mode fuzzy x|--mode is \"fuzzy\"; it must be hybrid, semantic or lexical",
        "search -n ten x|--limit is \"ten\"; it must be a whole number",
        "search -n 500 x|--limit is 500; it must be 1 to 100",
        "search --published-from soon x|--published-from is \"soon\"; it must be"
      })
  void aValueThatAnOptionCannotHaveIsToldWithTheRule(String line, String message) {
    CommandRun run = CommandRun.of(line.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("kindred: " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nohost.invalid", "192.0.2.1"})
  void aHostThatIsNotOfThisMachineIsNoMatterOfThePort(String host) {
    CommandRun run = CommandRun.of("serve", "--host", host);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("host is \"" + host + "\"").doesNotContain("port");
  }

  @Test
  void helpIsShownOnTheNarrowestTerminal() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    Terminal narrow = new Terminal(false, false, false, 20);
    Console console = new Console(InputStream.nullInputStream(), stream, stream, narrow);
    Settings settings = new Settings(Map.of(), Path.of(""));
    assertThat(new Kindred(console, settings::resolve, "test").run("search", "--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("Usage: kindred search");
  }

  @Test
  void aModelThatIsNotThereIsNotListedSilently() {
    CommandRun run = CommandRun.of("models", "--model", "nope");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("no model \"nope\"", CommandRun.MODEL);
  }

  @ParameterizedTest
  @CsvSource({"bogus,--help", "bogus,-h", "--help,bogus", "bogus,--version"})
  void helpIsNoAnswerToACommandThatThereIsNot(String first, String second) {
    CommandRun run = CommandRun.of(first, second);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("kindred: \"bogus\" is not a command;");
    assertThat(run.out()).isEmpty();
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
