package dev.kindred.ingest.format;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms in which papers come. */
public enum Format {
  /** The text of a Daily Papers page, copied as it is shown. */
  DAILY_PAPERS("daily-papers"),
  /** Papers in our own JSON form, one object a line, or one array of them. */
  JSON_LINES("jsonl"),
  /** The arXiv metadata snapshot on Kaggle, one object a line. */
  ARXIV_SNAPSHOT("arxiv-snapshot"),
  /** A BEIR {@code corpus.jsonl}. */
  BEIR("beir"),
  /** A table with a header line, its cells separated by commas or semicolons. */
  CSV("csv"),
  /** A table with a header line, its cells separated by tabs. */
  TSV("tsv");

  /** All names, for messages and help. */
  public static final String NAMES =
      Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", "));

  private final String name;

  Format(String name) {
    this.name = name;
  }

  public static Optional<Format> parse(String name) {
    return Arrays.stream(values()).filter(format -> format.name.equals(name)).findFirst();
  }

  /** The name that {@code --format} takes. */
  @Override
  public String toString() {
    return name;
  }
}
