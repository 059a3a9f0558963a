package dev.kindred.ingest.format;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line of a Daily Papers page is. Pages have no marks that say so; the line's look does. */
sealed interface PageLine {
  /** A title or an abstract; which one, its neighbours tell. */
  record Text(Line line) implements PageLine {}

  /** {@code • 4 authors}, or the organisation that the page shows in place of it, or both. */
  record Byline(Optional<String> organization, OptionalInt authors) implements PageLine {}

  /** The dot between authors and date. */
  record Dot() implements PageLine {}

  record Dated(ShownDate date) implements PageLine {}

  Pattern AUTHORS = Pattern.compile("(.*?)\\s*•\\s*(\\d[\\d,]{0,8}) authors?");
  int MAX_ORGANIZATION_CHARS = 120;

  /**
   * Recognises a line.
   *
   * @param line one that is not blank
   * @param next the line behind it that is not blank, or null at the end of the page
   */
  static PageLine of(Line line, @Nullable Line next) {
    String text = line.text().strip();
    Matcher authors = AUTHORS.matcher(text);
    if (isDot(text)) {
      return new Dot();
    }
    if (authors.matches()) {
      return new Byline(
          Optional.of(authors.group(1)).filter(name -> !name.isEmpty()),
          OptionalInt.of(Integer.parseInt(authors.group(2).replace(",", ""))));
    }
    if (next != null && isDot(next.text().strip()) && isName(text)) {
      return new Byline(Optional.of(text), OptionalInt.empty());
    }
    return ShownDate.parse(text).<PageLine>map(Dated::new).orElseGet(() -> new Text(line));
  }

  private static boolean isDot(String text) {
    return text.equals("·");
  }

  private static boolean isName(String text) {
    return text.length() <= MAX_ORGANIZATION_CHARS && !Prose.endsSentence(text);
  }
}
