package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Why a paper is in an answer, and what it stands for, in words. */
final class ReasonText {
  private ReasonText() {}

  /** No line for a paper that tells neither. */
  static List<String> lines(JsonNode result) {
    List<String> lines = new ArrayList<>();
    JsonNode because = result.path("because");
    if (because.isObject()) {
      String example =
          because.has("id")
              ? Terminal.printable(because.path("id").asText())
              : "text " + (because.path("positive").asInt() + 1);
      String words = joined(because.path("words"));
      lines.add("because of " + example + (words.isEmpty() ? "" : ": " + words));
    }
    JsonNode also = result.path("also");
    if (!also.isEmpty()) {
      lines.add(
          "also "
              + StreamSupport.stream(also.spliterator(), false)
                  .map(paper ->
                      "%s (%s)"
                          .formatted(
                              Terminal.printable(paper.path("id").asText()),
                              similarity(paper.path("similarity").asDouble())))
                  .collect(Collectors.joining(", ")));
    }
    return lines;
  }

  /** Of papers that were left out. */
  static List<String> knownAgain(JsonNode answer) {
    return StreamSupport.stream(answer.path("known_again").spliterator(), false)
        .map(paper ->
            "Left out: %s is the same as %s but for version or wording."
                .formatted(
                    Terminal.printable(paper.path("id").asText()),
                    Terminal.printable(paper.path("same_as").asText())))
        .toList();
  }

  static String similarity(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String joined(JsonNode words) {
    return StreamSupport.stream(words.spliterator(), false)
        .map(word -> Terminal.printable(word.asText()))
        .collect(Collectors.joining(", "));
  }
}
