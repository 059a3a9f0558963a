package dev.kindred.index.lucene;

import dev.kindred.file.AtomicFile;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** The folder that holds a store: its generations, and {@code current}, the one that serves. */
record StoreFolder(Path path) {
  static final String CURRENT = "current";

  /** What may be in a folder that is to become a store; hidden files may, too. */
  private static final Set<String> NEUTRAL =
      Set.of("README.md", "lost+found", "keys.json", "keys.lock", StoreLock.LOCK, StoreLock.HOLDER);

  /**
   * The folder, made if it is missing.
   *
   * @throws UnusableStore if it is none, cannot be written, or holds something else
   */
  static StoreFolder forWriting(Path path) throws IOException {
    try {
      make(path.toAbsolutePath());
    } catch (FileAlreadyExistsException notAFolder) {
      throw new UnusableStore("%s is not a folder".formatted(path));
    } catch (AccessDeniedException denied) {
      throw new UnusableStore("the folder %s cannot be made: access denied".formatted(path));
    }
    if (!Files.isWritable(path)) {
      throw new UnusableStore("the folder %s is not writable for this user".formatted(path));
    }
    StoreFolder folder = new StoreFolder(path);
    folder.requireNothingElse();
    return folder;
  }

  /** Makes a folder, and those above it, so that a loss of power does not take them away. */
  private static void make(Path folder) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path above = folder; above != null && Files.notExists(above); above = above.getParent()) {
      missing.add(above);
    }
    Files.createDirectories(folder);
    for (Path made : missing) {
      IOUtils.fsync(made.getParent(), true);
    }
  }

  /**
   * @throws UnusableStore if there is no store
   */
  static StoreFolder forReading(Path path) {
    StoreFolder folder = new StoreFolder(path);
    if (!Files.exists(folder.current())) {
      throw new UnusableStore(
          "there is no store in %s yet; kindred import makes one".formatted(path));
    }
    return folder;
  }

  private Path current() {
    return path.resolve(CURRENT);
  }

  private void requireNothingElse() throws IOException {
    if (Files.exists(current())) {
      return;
    }
    Optional<String> foreign = names().stream().filter(name -> !mayPrecedeAStore(name)).findFirst();
    if (foreign.isPresent()) {
      throw new UnusableStore(
          "%s is not a store: it holds %s but no file called %s; name an empty or a new folder"
              .formatted(path, Quoted.of(foreign.get()), CURRENT));
    }
  }

  private boolean mayPrecedeAStore(String name) {
    return NEUTRAL.contains(name)
        || name.startsWith(".")
        || name.endsWith(AtomicFile.UNFINISHED)
        || Generation.named(path, name).isPresent();
  }

  /**
   * The generation that serves, if any does already.
   *
   * @throws UnusableStore if it is named wrongly or missing
   */
  Optional<Generation> serving() throws IOException {
    if (!Files.exists(current())) {
      return Optional.empty();
    }
    String name = Files.readString(current()).strip();
    Optional<Generation> generation = Generation.named(path, name);
    if (generation.isEmpty()) {
      throw new UnusableStore(
          "the store is damaged: %s says %s, which names no generation"
              .formatted(current(), Quoted.of(name)));
    }
    if (!Files.isDirectory(generation.get().folder())) {
      throw new UnusableStore(
          "the store is damaged: %s says %s, but that folder is missing"
              .formatted(current(), name));
    }
    return generation;
  }

  /** From now on, and after a loss of power, this generation serves. */
  void serve(Generation generation) throws IOException {
    IOUtils.fsync(generation.folder(), true);
    IOUtils.fsync(path, true);
    AtomicFile.write(current(), generation.name() + "\n");
  }

  /** Deletes what an interrupted change of generations left behind. */
  void removeAllBut(Generation serving) throws IOException {
    for (Generation other : generations()) {
      if (!other.equals(serving)) {
        IOUtils.rm(other.folder());
      }
    }
  }

  /**
   * Deletes what an interrupted first opening left behind.
   *
   * @throws UnusableStore if there are papers in it: then it is {@code current} that was lost
   */
  void removeUnserved() throws IOException {
    for (Generation generation : generations()) {
      if (holdsPapers(generation)) {
        throw new UnusableStore(
            "the store is damaged: %s is missing, yet %s holds papers; if that is the right one,"
                    .formatted(current(), generation.name())
                + " write its name into that file");
      }
      IOUtils.rm(generation.folder());
    }
  }

  private static boolean holdsPapers(Generation generation) throws IOException {
    if (!Files.isDirectory(generation.index())) {
      return false;
    }
    try (Directory directory = FSDirectory.open(generation.index())) {
      if (!DirectoryReader.indexExists(directory)) {
        return false;
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return reader.numDocs() > 0;
      }
    }
  }

  private List<Generation> generations() throws IOException {
    return names().stream().flatMap(name -> Generation.named(path, name).stream()).toList();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
