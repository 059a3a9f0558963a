package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** A hit as a person reads it. Nothing in a paper can steer the terminal. */
final class HitText {
  static final String INDENT = "    ";
  private static final int ROOM_FOR_SCORE = 14;
  private static final int ABSTRACT_LINES = 3;
  private static final int SHOWN_AUTHORS = 3;

  private final Terminal terminal;

  HitText(Terminal terminal) {
    this.terminal = terminal;
  }

  List<String> lines(int rank, JsonNode result) {
    List<String> lines = new ArrayList<>(title(rank, result));
    lines.add(INDENT + terminal.faint(provenance(result)));
    for (String reason : ReasonText.lines(result)) {
      WrappedText.lines(reason, terminal.columns() - INDENT.length() - 1)
          .forEach(line -> lines.add(INDENT + terminal.faint(line)));
    }
    String text = text(result);
    List<String> textLines = WrappedText.lines(text, terminal.columns() - INDENT.length() - 3);
    textLines.stream().limit(ABSTRACT_LINES).forEach(line -> lines.add(INDENT + line));
    if (textLines.size() > ABSTRACT_LINES) {
      lines.set(lines.size() - 1, lines.getLast() + " …");
    }
    if (result.has("explanation")) {
      ExplanationText.sentences(result.path("explanation")).stream()
          .flatMap(why -> WrappedText.lines(why, terminal.columns() - INDENT.length() - 1).stream())
          .forEach(line -> lines.add(INDENT + terminal.faint(line)));
    }
    return lines;
  }

  /** The sentence that answers, or else how the abstract begins. */
  private static String text(JsonNode result) {
    JsonNode sentence = result.path("sentence");
    String text = sentence.path("text").asText(result.path("abstract").asText());
    return (sentence.path("start").asInt() > 0 ? "… " : "") + Terminal.printable(text);
  }

  private List<String> title(int rank, JsonNode result) {
    List<String> lines = new ArrayList<>();
    String title = Terminal.printable(result.path("title").asText());
    List<String> titleLines =
        WrappedText.lines(
            title.isEmpty() ? "(no title)" : title,
            terminal.columns() - INDENT.length() - ROOM_FOR_SCORE);
    for (String line : titleLines) {
      boolean isFirst = lines.isEmpty();
      lines.add(
          isFirst
              ? "%2d. ".formatted(rank) + terminal.bold(line) + "  " + terminal.faint(score(result))
              : INDENT + terminal.bold(line));
    }
    return lines;
  }

  private static String score(JsonNode result) {
    String score = String.format(Locale.ROOT, "%.3f", result.path("score").asDouble());
    return result.has("label")
        ? score + " " + Terminal.printable(result.path("label").asText())
        : score;
  }

  private static String provenance(JsonNode result) {
    List<String> parts = new ArrayList<>();
    parts.add(Terminal.printable(result.path("id").asText()));
    String authors = authors(result.path("authors"));
    if (!authors.isEmpty()) {
      parts.add(authors);
    }
    if (result.path("published").isTextual()) {
      parts.add(Terminal.printable(result.path("published").textValue()));
    }
    return String.join(" · ", parts);
  }

  private static String authors(JsonNode authors) {
    List<String> names =
        StreamSupport.stream(authors.spliterator(), false)
            .map(author -> Terminal.printable(author.path("name").asText()))
            .toList();
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN_AUTHORS, names.size())));
    int more = names.size() - SHOWN_AUTHORS;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
