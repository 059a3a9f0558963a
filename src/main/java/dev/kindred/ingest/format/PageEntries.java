package dev.kindred.ingest.format;

import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a Daily Papers page. The one format that is read as a whole, since its dates are
 * only understood together; a page has some hundred kilobytes.
 */
final class PageEntries implements EntryReader {
  /** Some five hundred times the largest page seen. */
  static final int MAX_CHARS = 64 << 20;

  static final int MAX_LINES = 500_000;

  private final Iterator<Entry> entries;
  private final Optional<IOException> failure;

  private PageEntries(Iterator<Entry> entries, Optional<IOException> failure) {
    this.entries = entries;
    this.failure = failure;
  }

  /**
   * Reads the whole page. Where it breaks off, what was read is handed out before the failure.
   *
   * @throws InvalidRequest if it is too long for a page
   */
  static EntryReader open(LineSource source, Optional<LocalDate> pageDate) {
    List<Line> lines = new ArrayList<>();
    Optional<IOException> failure = Optional.empty();
    try {
      readInto(lines, source);
    } catch (IOException brokenOff) {
      failure = Optional.of(brokenOff);
    }
    return new PageEntries(new DailyPapersPage(lines, pageDate).entries().iterator(), failure);
  }

  private static void readInto(List<Line> lines, LineSource source) throws IOException {
    long chars = 0;
    for (Line line = source.next(); line != null; line = source.next()) {
      chars += line.text().length() + 1;
      if (!line.isBlank()) {
        lines.add(line);
      }
      if (chars > MAX_CHARS || lines.size() > MAX_LINES) {
        throw new InvalidRequest(
            "a Daily Papers page may have %d characters on %d lines; this file has more"
                .formatted(MAX_CHARS, MAX_LINES));
      }
    }
  }

  @Override
  public @Nullable Entry next() throws IOException {
    if (entries.hasNext()) {
      return entries.next();
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return null;
  }
}
