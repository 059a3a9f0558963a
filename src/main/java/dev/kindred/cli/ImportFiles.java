package dev.kindred.cli;

import dev.kindred.ingest.format.PaperFile;
import dev.kindred.ingest.format.ReadOptions;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of an import. One thread opens them in order; {@link #part} may be asked by others. */
final class ImportFiles {
  private static final String STANDARD_INPUT = "-";

  private final List<String> names;
  private final ReadOptions options;
  private final InputStream standardInput;
  private final long totalBytes;
  private volatile long bytesBefore;
  private volatile Optional<PaperFile> current = Optional.empty();

  private ImportFiles(
      List<String> names, ReadOptions options, InputStream standardInput, long totalBytes) {
    this.names = names;
    this.options = options;
    this.standardInput = standardInput;
    this.totalBytes = totalBytes;
  }

  /**
   * Looks at every file before any is read.
   *
   * @throws InvalidRequest naming the first that is missing, may not be read, or is of no known
   *     format
   */
  static ImportFiles check(List<String> names, ReadOptions options, InputStream standardInput)
      throws IOException {
    long bytes = 0;
    for (String name : names) {
      if (!name.equals(STANDARD_INPUT)) {
        bytes += check(Path.of(name), options);
      }
    }
    if (names.stream().filter(STANDARD_INPUT::equals).count() > 1) {
      throw new InvalidRequest("- is given twice; standard input can be read once");
    }
    return new ImportFiles(names, options, standardInput, bytes);
  }

  private static long check(Path file, ReadOptions options) throws IOException {
    if (!Files.exists(file)) {
      throw new InvalidRequest(file + " does not exist");
    }
    if (!Files.isReadable(file)) {
      throw new InvalidRequest(file + " may not be read");
    }
    if (Files.isRegularFile(file) || Files.isDirectory(file)) {
      PaperFile.open(file, options).close();
      return Files.size(file);
    }
    return 0;
  }

  List<String> names() {
    return names;
  }

  /** What a file is called in messages. */
  static String shown(String name) {
    return name.equals(STANDARD_INPUT) ? "standard input" : name;
  }

  PaperFile open(String name) throws IOException {
    PaperFile file =
        name.equals(STANDARD_INPUT)
            ? PaperFile.open(standardInput, shown(name), options)
            : PaperFile.open(Path.of(name), options);
    current = Optional.of(file);
    return file;
  }

  void finished(PaperFile file) throws IOException {
    long before = bytesBefore; // only this thread writes it
    bytesBefore = before + file.bytesRead();
    current = Optional.empty();
    file.close();
  }

  /** How much of all files has been read, 0 to 1; empty if nobody knows how much there is. */
  Optional<Double> part() {
    if (totalBytes == 0 || names.contains(STANDARD_INPUT)) {
      return Optional.empty();
    }
    long read = bytesBefore + current.map(PaperFile::bytesRead).orElse(0L);
    return Optional.of(Math.min(1, (double) read / totalBytes));
  }
}
