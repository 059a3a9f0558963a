package dev.kindred.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the benchmarks hang on; does nothing itself. */
@Command(
    name = "bench",
    description = {
      "Measure how fast Kindred is on this machine.",
      "",
      "Everything is drawn by a seed and warmed up; what is compared is measured in turns, so that"
          + " a busy machine spoils both alike."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  kindred bench embed", "  kindred bench serve --seconds 20 --json"})
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine self = spec.commandLine();
    throw new ParameterException(self, "a COMMAND is missing; kindred bench --help lists them");
  }
}
