package dev.kindred.search.relevance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Questions from cooking to topology, written for Kindred. Most of them are foreign to any
 * collection that has a subject.
 */
final class QuestionsOfManyFields {
  private static final String FILE = "questions-of-many-fields.txt";

  private QuestionsOfManyFields() {}

  static List<String> all() {
    InputStream bytes =
        Objects.requireNonNull(QuestionsOfManyFields.class.getResourceAsStream(FILE), FILE);
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, UTF_8))) {
      return lines.lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
