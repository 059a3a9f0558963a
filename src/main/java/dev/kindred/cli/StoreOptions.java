package dev.kindred.cli;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the store is, and the model that goes with it. */
final class StoreOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the store; or KINDRED_DATA (default: vectors).")
  @Nullable String data;

  @Mixin private final ModelOptions model = new ModelOptions();

  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    given.putAll(model.given());
    put(given, Setting.DATA, data);
    return given;
  }

  static void put(Map<Setting, String> given, Setting setting, @Nullable String value) {
    if (value != null) {
      given.put(setting, value);
    }
  }
}
