package dev.kindred.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kindred.ingest.Import;
import dev.kindred.ingest.RejectedEntry;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what an import did not take: all of it in a file, if one is wanted, and the first few. */
final class RejectedEntries implements Import.Rejects, AutoCloseable {
  private static final int SHOWN = 10;

  private final Optional<BufferedWriter> file;
  private final List<RejectedEntry> first = new ArrayList<>();
  private long count;

  private RejectedEntries(Optional<BufferedWriter> file) {
    this.file = file;
  }

  /** Writes JSON lines, each with {@code file, line, reason, text}, in place of what was there. */
  static RejectedEntries into(Optional<Path> file) {
    try {
      return new RejectedEntries(
          file.isPresent() ? Optional.of(writer(file.get())) : Optional.empty());
    } catch (IOException cannotWrite) {
      throw new InvalidRequest(
          "--rejects is %s, which cannot be written: %s"
              .formatted(file.orElseThrow(), cannotWrite.getMessage()));
    }
  }

  /** Unlike that of {@link Files}, it writes a question mark for half a surrogate pair. */
  private static BufferedWriter writer(Path file) throws IOException {
    return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), UTF_8));
  }

  @Override
  public void add(RejectedEntry rejected) {
    count++;
    if (first.size() < SHOWN) {
      first.add(rejected);
    }
    file.ifPresent(writer -> write(writer, rejected));
  }

  private static void write(BufferedWriter writer, RejectedEntry rejected) {
    try {
      writer.write(
          PaperJson.MAPPER
              .createObjectNode()
              .put("file", rejected.file())
              .put("line", rejected.line())
              .put("reason", rejected.reason())
              .put("text", rejected.text())
              .toString());
      writer.newLine();
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  /** The first few as {@code file:line: reason}, and how many more there are. */
  List<String> shown() {
    List<String> lines = new ArrayList<>();
    first.forEach(entry ->
        lines.add(
            Terminal.printable("%s:%d: %s".formatted(entry.file(), entry.line(), entry.reason()))));
    if (count > SHOWN) {
      String where = file.isPresent() ? "" : " (--rejects FILE keeps them all)";
      lines.add("and %s more%s".formatted(ProgressLine.number(count - SHOWN), where));
    }
    return lines;
  }

  @Override
  public void close() {
    try {
      if (file.isPresent()) {
        file.get().close();
      }
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }
}
