package dev.kindred.cli;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the store is. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the store; or KINDRED_DATA (default: vectors).")
  @Nullable String data;

  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    StoreOptions.put(given, Setting.DATA, data);
    return given;
  }
}
