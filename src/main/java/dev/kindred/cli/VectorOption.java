package dev.kindred.cli;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In what form the graph of vectors is searched. */
final class VectorOption {
  @Option(
      names = "--vectors",
      paramLabel = "float32|int8",
      description = {
        "How vectors are searched: int8 wants a quarter of the memory, more disk and more time; what"
            + " is stored changes as it is merged; or KINDRED_VECTORS (default: float32)."
      })
  @Nullable String vectors;

  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    StoreOptions.put(given, Setting.VECTORS, vectors);
    return given;
  }
}
