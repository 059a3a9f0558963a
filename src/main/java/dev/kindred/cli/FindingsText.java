package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What an answer says of its list as a whole, beside the hits. */
final class FindingsText {
  private FindingsText() {}

  /** Each may be longer than a line. */
  static List<String> sentences(JsonNode answer) {
    List<String> sentences = new ArrayList<>();
    if (answer.has("notice")) {
      sentences.add(Terminal.printable(OptionNames.in(answer.path("notice").asText())));
    }
    for (JsonNode words : answer.path("not_found")) {
      sentences.add("No paper here has exactly: \"%s\"".formatted(printable(words)));
    }
    if (answer.has("did_you_mean")) {
      sentences.add("Did you mean: %s".formatted(printable(answer.path("did_you_mean").path("q"))));
    }
    if (answer.path("gone").asInt() > 0) {
      int gone = answer.path("gone").asInt();
      sentences.add(
          "%d of this page %s been deleted since the list was made."
              .formatted(gone, gone == 1 ? "has" : "have"));
    }
    return sentences;
  }

  /** A line for each field, as long as it may be; none if nothing was counted. */
  static List<String> facets(JsonNode answer) {
    JsonNode facets = answer.path("facets");
    String over =
        facets.path("over").asText().equals("listed")
            ? "in this list of " + Quantity.of(answer.path("total").asLong(), "paper")
            : "of all that match";
    return facets.path("fields").properties().stream()
        .map(field -> "By %s, %s: %s".formatted(name(field), over, counts(field.getValue())))
        .toList();
  }

  private static String name(Map.Entry<String, JsonNode> field) {
    return Terminal.printable(field.getKey());
  }

  private static String counts(JsonNode facet) {
    String shown =
        StreamSupport.stream(facet.path("values").spliterator(), false)
            .map(value ->
                "%s %s"
                    .formatted(
                        printable(value.path("value")),
                        ProgressLine.number(value.path("papers").asLong())))
            .collect(Collectors.joining(", "));
    int more = facet.path("distinct").asInt() - facet.path("values").size();
    return shown.isEmpty() ? "none" : more > 0 ? shown + " and " + more + " more" : shown;
  }

  private static String printable(JsonNode text) {
    return Terminal.printable(text.asText());
  }
}
