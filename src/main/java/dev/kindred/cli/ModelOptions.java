package dev.kindred.cli;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model, and where the models are. */
final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "The model; or KINDRED_MODEL (default: the store's, at first bge-small-en-v1.5).")
  @Nullable String model;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of the models; or KINDRED_MODELS (default: models beside Kindred).")
  @Nullable String models;

  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    StoreOptions.put(given, Setting.MODEL, model);
    StoreOptions.put(given, Setting.MODELS, models);
    return given;
  }
}
