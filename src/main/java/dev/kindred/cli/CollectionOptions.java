package dev.kindred.cli;

import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** Which collection: a server's, or a store's with the model that goes with it. */
final class CollectionOptions {
  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final ServerOption server = new ServerOption();

  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(store.given());
    given.putAll(server.given());
    return given;
  }
}
