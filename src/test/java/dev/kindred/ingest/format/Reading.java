package dev.kindred.ingest.format;

import dev.kindred.paper.Paper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a test's file to its end. */
final class Reading {
  static final String NAME = "papers.test";

  private Reading() {}

  static List<Entry> entries(String text) {
    return entries(text, ReadOptions.NONE);
  }

  static List<Entry> entries(String text, ReadOptions options) {
    return entries(text.getBytes(StandardCharsets.UTF_8), options);
  }

  static List<Entry> entries(byte[] file, ReadOptions options) {
    try (PaperFile open = open(file, options)) {
      return rest(open);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static List<Entry> rest(EntryReader reader) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
      entries.add(entry);
    }
    return entries;
  }

  static PaperFile open(byte[] file, ReadOptions options) throws IOException {
    return PaperFile.open(new ByteArrayInputStream(file), NAME, options);
  }

  static List<Paper> papers(List<Entry> entries) {
    return entries.stream()
        .flatMap(entry -> entry instanceof Entry.Read read ? Stream.of(read.paper()) : Stream.of())
        .toList();
  }

  static List<Entry.Unreadable> unreadable(List<Entry> entries) {
    return entries.stream()
        .filter(Entry.Unreadable.class::isInstance)
        .map(Entry.Unreadable.class::cast)
        .toList();
  }

  /** The only entry of a text, which must be a paper. */
  static Paper paper(String text, ReadOptions options) {
    return ((Entry.Read) only(entries(text, options))).paper();
  }

  /** The reason of the only entry of a text, which must be unreadable. */
  static String reason(String text, ReadOptions options) {
    return ((Entry.Unreadable) only(entries(text, options))).reason();
  }

  private static Entry only(List<Entry> entries) {
    if (entries.size() != 1) {
      throw new AssertionError("one entry expected, not " + entries);
    }
    return entries.getFirst();
  }
}
