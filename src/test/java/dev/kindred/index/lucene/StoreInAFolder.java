package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.DIMENSION;
import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.embedded;
import static dev.kindred.index.Samples.identity;
import static dev.kindred.index.Samples.paper;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.PaperIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of stores in a folder that is not there at first, and short ways to fill it. */
abstract class StoreInAFolder {
  static final ModelIdentity OTHER = identity("other-model", DIMENSION);

  Path folder;

  @BeforeEach
  void nameAFolder(@TempDir Path temporary) {
    folder = temporary.resolve("vectors");
  }

  PaperIndex open() {
    return LuceneStore.open(folder, IDENTITY);
  }

  void fillWithEmbedded() {
    try (PaperIndex index = open()) {
      index.put(List.of(paper("a")));
      index.record(List.of(embedded(paper("a"))));
    }
  }

  List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
