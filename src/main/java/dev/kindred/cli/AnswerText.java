package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** An answer of the API as a person reads it. Nothing in a paper can steer the terminal. */
final class AnswerText {
  private static final String INDENT = "    ";
  private static final int ABSTRACT_LINES = 3;
  private static final int SHOWN_AUTHORS = 3;

  private final Terminal terminal;

  AnswerText(Terminal terminal) {
    this.terminal = terminal;
  }

  List<String> lines(JsonNode answer) {
    List<String> lines = new ArrayList<>();
    int rank = answer.path("offset").asInt();
    for (JsonNode result : answer.path("results")) {
      rank++;
      lines.addAll(result(rank, result));
      lines.add("");
    }
    lines.add(summary(answer, rank));
    return lines;
  }

  private List<String> result(int rank, JsonNode result) {
    List<String> lines = new ArrayList<>();
    String title = Terminal.printable(result.path("title").asText());
    List<String> titleLines =
        wrapped(title.isEmpty() ? "(no title)" : title, terminal.columns() - INDENT.length() - 7);
    String number = "%2d. ".formatted(rank);
    String score = String.format(Locale.ROOT, "%.3f", result.path("score").asDouble());
    for (int i = 0; i < titleLines.size(); i++) {
      String line = terminal.bold(titleLines.get(i));
      lines.add(i == 0 ? number + line + "  " + terminal.faint(score) : INDENT + line);
    }
    lines.add(INDENT + terminal.faint(provenance(result)));
    for (String reason : ReasonText.lines(result)) {
      wrapped(reason, width()).forEach(line -> lines.add(INDENT + terminal.faint(line)));
    }
    List<String> text = wrapped(Terminal.printable(result.path("abstract").asText()), width());
    text.stream().limit(ABSTRACT_LINES).forEach(line -> lines.add(INDENT + line));
    if (text.size() > ABSTRACT_LINES) {
      lines.set(lines.size() - 1, lines.getLast() + " …");
    }
    return lines;
  }

  private static String provenance(JsonNode result) {
    List<String> parts = new ArrayList<>();
    parts.add(Terminal.printable(result.path("id").asText()));
    String authors = authors(result.path("authors"));
    if (!authors.isEmpty()) {
      parts.add(authors);
    }
    if (result.path("published").isTextual()) {
      parts.add(result.path("published").textValue());
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

  private static String summary(JsonNode answer, int last) {
    int shown = answer.path("results").size();
    if (shown == 0) {
      return "Nothing found.";
    }
    String atLeast = answer.path("total_relation").asText().equals("gte") ? "at least " : "";
    return "%d to %d of %s%s, best first"
        .formatted(
            last - shown + 1, last, atLeast, ProgressLine.number(answer.path("total").asLong()));
  }

  private int width() {
    return terminal.columns() - INDENT.length() - 3;
  }

  /** Breaks a text between words; a word that is longer than a line stays whole. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
