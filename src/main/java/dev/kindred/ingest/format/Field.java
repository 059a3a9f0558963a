package dev.kindred.ingest.format;

import dev.kindred.paper.PaperDraft;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The fields of a paper that a table's columns can fill, with the names by which a column is known
 * to fill them: capitals do not matter, and {@code _}, {@code -}, blanks and parentheses are alike.
 * The first name that a header has wins; a {@code doi} is the id only where nothing better is.
 *
 * <p>Several authors are separated by semicolons (never by commas, as in "Curie, Marie"), several
 * categories by semicolons or, where there is none, by commas.
 */
enum Field {
  ID,
  TITLE,
  ABSTRACT,
  AUTHORS,
  PUBLISHED,
  CATEGORIES,
  URL,
  METADATA;

  /** What a column may be mapped to, for messages. */
  static final String NAMES =
      Arrays.stream(values()).map(Field::toString).collect(Collectors.joining(", "));

  private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SLASHED_DAY = Pattern.compile("(\\d{4})/(\\d{2})/(\\d{2})");
  private static final Pattern YEAR_AS_DECIMAL = Pattern.compile("(\\d{4})\\.0");
  private static final Pattern DAY_AND_TIME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) \\d{2}:\\d{2}.*");

  static Optional<Field> parse(String name) {
    return Arrays.stream(values()).filter(field -> field.toString().equals(name)).findFirst();
  }

  /** Names of columns that fill this field unasked, the best first, as {@link #plain} has them. */
  List<String> columnNames() {
    return switch (this) {
      case ID -> List.of("id", "_id", "paper_id", "identifier", "arxiv_id", "doi");
      case TITLE -> List.of("title", "paper_title", "article_title", "document_title");
      case ABSTRACT -> List.of("abstract", "summary", "abstract_text");
      case AUTHORS -> List.of("authors", "author", "author_s", "author_names");
      case PUBLISHED ->
          List.of(
              "published",
              "published_date",
              "publication_date",
              "date",
              "publication_year",
              "year");
      case CATEGORIES ->
          List.of(
              "categories",
              "category",
              "keywords",
              "author_keywords",
              "subjects",
              "subject",
              "topics");
      case URL -> List.of("url", "link");
      case METADATA -> List.of();
    };
  }

  /** Whether more than one column may fill it. */
  boolean takesSeveral() {
    return this == AUTHORS || this == CATEGORIES || this == METADATA;
  }

  /** A column's name without what does not matter in it. */
  static String plain(String column) {
    String folded = NOT_IN_A_NAME.matcher(column.toLowerCase(Locale.ROOT)).replaceAll("_");
    return folded.replaceAll("(?<=.)_$", "");
  }

  /** Puts a cell that is not empty into the draft. */
  void fill(PaperDraft draft, String column, String cell) {
    switch (this) {
      case ID -> draft.id(cell);
      case TITLE -> draft.title(cell);
      case ABSTRACT -> draft.abstractText(cell);
      case AUTHORS -> parts(cell, ";").forEach(draft::author);
      case PUBLISHED -> draft.published(isoDate(cell));
      case CATEGORIES -> parts(cell, cell.contains(";") ? ";" : ",").forEach(draft::category);
      case URL -> draft.url(cell);
      case METADATA -> draft.metadata(column, cell);
    }
  }

  private static List<String> parts(String cell, String separator) {
    return Arrays.stream(cell.split(separator))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** What spreadsheets and data frames make of a date, where only one reading is possible. */
  private static String isoDate(String cell) {
    String day = SLASHED_DAY.matcher(cell).replaceFirst("$1-$2-$3");
    String year = YEAR_AS_DECIMAL.matcher(day).matches() ? day.substring(0, 4) : day;
    return DAY_AND_TIME.matcher(year).matches() ? year.substring(0, 10) : year;
  }

  /** The name that {@code --map COLUMN=FIELD} takes. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
