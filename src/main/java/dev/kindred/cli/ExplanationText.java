package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How a hit got its place, in words and numbers. */
final class ExplanationText {
  private ExplanationText() {}

  /** In the order in which they are read; each may be longer than a line. */
  static List<String> sentences(JsonNode explanation) {
    List<String> sentences = new ArrayList<>();
    sentences.add(score(explanation.path("fusion")));
    tier(explanation, sentences);
    if (explanation.has("meaning")) {
      sentences.add(meaning(explanation.path("meaning")));
    }
    if (explanation.has("words")) {
      sentences.add(words(explanation.path("words")));
    }
    return sentences;
  }

  private static String score(JsonNode fusion) {
    return "score: %d for the tier + %s by meaning + %s by words"
        .formatted(
            fusion.path("tier").asInt(),
            number(fusion.path("meaning")),
            number(fusion.path("words")));
  }

  private static void tier(JsonNode explanation, List<String> sentences) {
    switch (explanation.path("tier").asText()) {
      case "named" ->
          sentences.add("the whole query is its id, DOI, title or the full name of an author");
      case "rare" -> sentences.add("has exactly: " + texts(explanation.path("exactly")));
      default -> {}
    }
  }

  private static String texts(JsonNode array) {
    return stream(array)
        .map(text -> "\"" + Terminal.printable(text.asText()) + "\"")
        .collect(Collectors.joining(", "));
  }

  private static String meaning(JsonNode meaning) {
    String random =
        meaning.has("random_mean")
            ? " (random papers %s ± %s)"
                .formatted(
                    number(meaning.path("random_mean")), number(meaning.path("random_deviation")))
            : "";
    return "meaning: %s, cosine %s%s"
        .formatted(rank(meaning), number(meaning.path("cosine")), random);
  }

  private static String words(JsonNode words) {
    String most =
        words.has("bm25_at_most")
            ? " (at most %s without names)".formatted(number(words.path("bm25_at_most")))
            : "";
    String matched =
        stream(words.path("matched")).map(ExplanationText::word).collect(Collectors.joining(", "));
    return "words: %s, BM25 %s%s%s"
        .formatted(
            rank(words), number(words.path("bm25")), most, matched.isEmpty() ? "" : "; " + matched);
  }

  private static String word(JsonNode word) {
    String places =
        List.of("title", "abstract", "authors").stream()
            .filter(place -> word.path(place).asInt() > 0)
            .map(place -> place + " " + word.path(place).asInt())
            .collect(Collectors.joining(", "));
    return "%s (%s)".formatted(Terminal.printable(word.path("word").asText()), places);
  }

  private static String rank(JsonNode leg) {
    return leg.path("rank").isNumber() ? "rank " + leg.path("rank").asInt() : "no rank";
  }

  private static String number(JsonNode number) {
    return String.format(Locale.ROOT, "%.3f", number.asDouble());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
