package dev.kindred.cli;

import dev.kindred.search.recommendation.Diversity;
import picocli.CommandLine.Option;

/** How much papers of a list are to differ from each other. */
final class DiversityOption {
  @Option(
      names = "--diversity",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "How much the papers are to differ from each other: 0 not at all, 1 as much as they can"
              + " (default: ${DEFAULT-VALUE}).")
  private double share;

  Diversity get() {
    return UsageRule.checked(() -> new Diversity(share));
  }
}
