package dev.kindred.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What stands above the first title of a Daily Papers page: an invitation, the name, the day. */
final class PageHeader {
  private static final String SUBSCRIBE = "Subscribe";
  private static final Set<String> WHOLE = Set.of("new", "subscribe", "daily papers");
  private static final List<String> BEGINNINGS =
      List.of("get trending papers in your email inbox", "byak and the research community");

  private PageHeader() {}

  /** Whether this line tells that its file is such a page. */
  static boolean isTelling(String line) {
    String text = line.strip().toLowerCase(Locale.ROOT);
    return text.equals("daily papers") || BEGINNINGS.stream().anyMatch(text::startsWith);
  }

  /** The lines below the header, given those of a page that are not blank. */
  static List<Line> skip(List<Line> lines) {
    int first = 0;
    int header = 0;
    while (first < lines.size() && !Prose.isLong(lines.get(first).text())) {
      String text = lines.get(first++).text().strip();
      if (isPart(text)) {
        header = first;
      } else if (isGlued(text) && hasNoButton(lines.subList(0, first - 1))) {
        return unglued(lines, first - 1);
      }
    }
    boolean dated =
        header > 0
            && header < lines.size()
            && ShownDate.parse(lines.get(header).text().strip()).isPresent();
    return lines.subList(dated ? header + 1 : header, lines.size());
  }

  private static boolean isPart(String text) {
    return isTelling(text) || WHOLE.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Some copies have the button's word and the first title on one line, without a blank. */
  private static boolean isGlued(String text) {
    return text.startsWith(SUBSCRIBE)
        && text.length() > SUBSCRIBE.length()
        && !Character.isLowerCase(text.codePointAt(SUBSCRIBE.length()))
        && !Character.isWhitespace(text.codePointAt(SUBSCRIBE.length()));
  }

  private static boolean hasNoButton(List<Line> above) {
    return above.stream().anyMatch(line -> isTelling(line.text()))
        && above.stream().noneMatch(line -> line.text().strip().equals(SUBSCRIBE));
  }

  private static List<Line> unglued(List<Line> lines, int place) {
    Line glued = lines.get(place);
    String title = glued.text().strip().substring(SUBSCRIBE.length());
    Line first =
        switch (glued) {
          case Line.Clear clear -> new Line.Clear(clear.number(), title);
          case Line.Garbled garbled -> new Line.Garbled(garbled.number(), title, garbled.reason());
        };
    return Stream.concat(Stream.of(first), lines.subList(place + 1, lines.size()).stream())
        .toList();
  }
}
