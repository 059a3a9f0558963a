package dev.kindred.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands hang on; does nothing itself. */
@Command(
    name = "kindred",
    description = {
      "Semantic search and similar papers for collections of abstracts.",
      "Everything runs on this machine, offline."
    },
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nTo begin:%n",
    footer = {
      "  kindred demo                          serve sample papers and try it",
      "  kindred import papers.jsonl           make a store of your own",
      "  kindred search \"how do plants sense drought\"",
      "  kindred serve                         serve the store over HTTP",
      "  kindred evaluate DIR                  judge how well search finds",
      "  kindred bench embed                   measure how fast it is here",
      "",
      "`kindred COMMAND --help` tells all of a command.",
      "",
      "Settings may also come from the environment; an option beats a variable:",
      "  KINDRED_DATA KINDRED_HOST KINDRED_PORT KINDRED_MODEL KINDRED_MODELS",
      "  KINDRED_SERVER KINDRED_CACHE KINDRED_SENTENCE_VECTORS KINDRED_VECTORS KINDRED_CORS",
      "  KINDRED_PUBLIC_SEARCH KINDRED_INSECURE KINDRED_ADMIN_KEY_FILE KINDRED_FIRST_KEY",
      "  KINDRED_TRUSTED_PROXY KINDRED_RATE_LIMIT KINDRED_KEY (of a server that is asked),",
      "  and KINDRED_JAVA_OPTS for options of the JVM."
    })
final class KindredCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine self = spec.commandLine();
    throw new ParameterException(self, "a COMMAND is missing; kindred --help lists them");
  }
}
