package dev.kindred.cli;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether idle time is used for sentences. */
final class SentenceOption {
  @Option(
      names = "--sentence-vectors",
      paramLabel = "on|off",
      description = {
        "Whether to embed the sentences of abstracts in idle time, so that answers show the right"
            + " one more often; or KINDRED_SENTENCE_VECTORS (default: on)."
      })
  @Nullable String sentenceVectors;

  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    StoreOptions.put(given, Setting.SENTENCE_VECTORS, sentenceVectors);
    return given;
  }
}
