package dev.kindred.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the help of every command has in common. */
final class CommandHelp {
  private CommandHelp() {}

  /** Completes a command and those below it. */
  static void complete(CommandSpec command) {
    command.subcommands().values().forEach(below -> complete(below.getCommandSpec()));
    command.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help and end.")
            .build());
    command.usageMessage().parameterListHeading("%nWhat to give:%n");
    command.usageMessage().optionListHeading("%nOptions:%n");
    if (command.usageMessage().exitCodeList().isEmpty()) {
      command.usageMessage().exitCodeListHeading("%nExit codes:%n");
      command.usageMessage().exitCodeList(ExitCode.list());
    }
  }

  static void addVersion(CommandSpec command, String version) {
    command.version("kindred " + version);
    command.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Say the version and end.")
            .build());
  }
}
