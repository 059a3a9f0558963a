package dev.kindred.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands for keys hang on; does nothing itself. */
@Command(
    name = "keys",
    description = {
      "Make, list and revoke keys, with which others may use a server.",
      "",
      "Who sits at the machine of the server needs none. A key is sent with each request, as"
          + " Authorization: Bearer KEY. It is shown when it is made, and kept nowhere. A running"
          + " server knows of a change within a second."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  kindred keys create --name \"our web site\" --origin https://lab.example",
      "  kindred keys create --name harvester --role write --expires 2030-01-01",
      "  kindred keys list",
      "  kindred keys revoke k7m2xw9a"
    })
final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine self = spec.commandLine();
    throw new ParameterException(self, "a COMMAND is missing; kindred keys --help lists them");
  }
}
