package dev.kindred.cli;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Where the store is, and the model that goes with it. */
final class StoreOptions {
  @Mixin private final DataOption data = new DataOption();
  @Mixin private final ModelOptions model = new ModelOptions();

  /** The folder, if one was given. */
  @Nullable String data() {
    return data.data;
  }

  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    given.putAll(model.given());
    given.putAll(data.given());
    return given;
  }

  static void put(Map<Setting, String> given, Setting setting, @Nullable String value) {
    if (value != null) {
      given.put(setting, value);
    }
  }
}
