package dev.kindred.cli;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server to ask. */
final class ServerOption {
  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "Ask this server; or KINDRED_SERVER (default: the one that serves the data folder, if"
              + " there is one).")
  @Nullable String server;

  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    StoreOptions.put(given, Setting.SERVER, server);
    return given;
  }
}
