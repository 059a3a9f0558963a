package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An answer of the API as a person reads it. Nothing in a paper can steer the terminal. */
final class AnswerText {
  private final Terminal terminal;

  AnswerText(Terminal terminal) {
    this.terminal = terminal;
  }

  List<String> lines(JsonNode answer) {
    List<String> lines = new ArrayList<>();
    HitText hits = new HitText(terminal);
    int rank = answer.path("offset").asInt();
    for (JsonNode result : answer.path("results")) {
      rank++;
      lines.addAll(hits.lines(rank, result));
      lines.add("");
    }
    List<String> facets = FindingsText.facets(answer);
    facets.forEach(counts -> lines.addAll(wrapped(counts)));
    if (!facets.isEmpty()) {
      lines.add("");
    }
    lines.addAll(wrapped(summary(answer, rank)));
    FindingsText.sentences(answer).forEach(finding -> lines.addAll(wrapped(finding)));
    return lines;
  }

  private List<String> wrapped(String text) {
    return WrappedText.lines(text, terminal.columns() - 1);
  }

  private static String summary(JsonNode answer, int last) {
    int shown = answer.path("results").size();
    if (shown == 0) {
      return answer.path("total").asLong() == 0 ? "Nothing found." : "Nothing on this page.";
    }
    String atLeast = answer.path("total_relation").asText().equals("gte") ? "at least " : "";
    return "%d to %d of %s%s, %s%s"
        .formatted(
            last - shown + 1,
            last,
            atLeast,
            ProgressLine.number(answer.path("total").asLong()),
            order(answer.path("sort").asText()),
            leftOut(answer.path("left_out").asLong()));
  }

  private static String order(String sort) {
    return switch (sort) {
      case "date" -> "newest first";
      case "date_asc" -> "oldest first";
      default -> "best first";
    };
  }

  private static String leftOut(long less) {
    return less == 0 ? "" : "; %s less relevant left out".formatted(ProgressLine.number(less));
  }
}
