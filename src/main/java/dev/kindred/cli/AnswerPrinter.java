package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Prints an answer of the API for a program or for a person. */
final class AnswerPrinter {
  private AnswerPrinter() {}

  static void print(ObjectNode answer, boolean asJson, Console console) {
    if (asJson) {
      console.out().println(answer.toPrettyString());
      return;
    }
    new AnswerText(console.terminal()).lines(answer).forEach(console.out()::println);
    ReasonText.knownAgain(answer).forEach(console.err()::println);
    if (answer.has("query_truncated")) {
      console.err().println(truncated(answer.path("mode").asText()));
    }
    if (answer.has("incomplete")) {
      console
          .err()
          .println(
              "%s of %s are embedded so far; the others are found by their words only."
                  .formatted(
                      ProgressLine.number(answer.path("incomplete").path("embedded").asLong()),
                      Quantity.of(answer.path("incomplete").path("papers").asLong(), "paper")));
    }
  }

  private static String truncated(String mode) {
    return switch (mode) {
      case "hybrid" ->
          "The query is longer than the model reads; its end was searched for by its words only.";
      case "semantic" -> "The query is longer than the model reads; its end was not searched for.";
      default -> "An example is longer than the model reads; its end was not compared by meaning.";
    };
  }
}
