package dev.kindred.index.lucene;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** One index and its manifest in a folder of the store, {@code g000001} and so on. */
record Generation(Path store, int number) {
  private static final Pattern NAME = Pattern.compile("g(\\d{6,9})");

  static Optional<Generation> named(Path store, String name) {
    var match = NAME.matcher(name);
    return match.matches()
        ? Optional.of(new Generation(store, Integer.parseInt(match.group(1))))
            .filter(generation -> generation.name().equals(name))
        : Optional.empty();
  }

  String name() {
    return "g%06d".formatted(number);
  }

  Path folder() {
    return store.resolve(name());
  }

  Path manifest() {
    return folder().resolve("manifest.json");
  }

  Path index() {
    return folder().resolve("index");
  }

  /** May be missing. */
  Path sentences() {
    return folder().resolve("sentences");
  }

  /** May be missing. */
  Path map() {
    return folder().resolve("map");
  }

  Generation next() {
    return new Generation(store, number + 1);
  }
}
