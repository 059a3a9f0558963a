package dev.kindred.cli;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the models are. */
final class ModelsFolderOption {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of the models; or KINDRED_MODELS (default: models beside Kindred).")
  private @Nullable String models;

  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    StoreOptions.put(given, Setting.MODELS, models);
    return given;
  }
}
