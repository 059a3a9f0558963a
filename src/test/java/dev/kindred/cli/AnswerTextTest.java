package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.json.PaperJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
  private static final String ANSWER =
      """
      {"results": [{"id": "reef/1", "title": "Sound on a reef at night", "score": 0.81234,
        "abstract": "%s", "authors": [{"name": "A"}, {"name": "B"}, {"name": "C"}, {"name": "D"}],
        "published": "2024-05"}], "total": 1234, "limit": 1, "offset": 10}
      """;

  @Test
  void aResultIsTitleScoreProvenanceAndTheBeginningOfTheAbstract() {
    assertThat(lines("Shrimp snap. " + "They snap at dusk more often than at noon. ".repeat(9)))
        .containsExactly(
            "11. Sound on a reef at night  0.812",
            "    reef/1 · A, B, C and 1 more · 2024-05",
            "    Shrimp snap. They snap at dusk more often than at noon. They snap at dusk",
            "    more often than at noon. They snap at dusk more often than at noon. They",
            "    snap at dusk more often than at noon. They snap at dusk more often than …",
            "",
            "11 to 11 of 1,234, best first");
  }

  @Test
  void nothingInAPaperSteersTheTerminal() {
    assertThat(lines("red\\u001b[31m bell\\u0007 line\\nend").get(2))
        .isEqualTo("    red [31m bell line end");
  }

  @Test
  void controlCharactersBeyondAsciiAndTurnedDirectionsDoNotReachTheTerminal() {
    assertThat(lines("a\\u009b31m b\\u202egnp\\u202c c\\u2066d soft\\u00adly e\\u2028f").get(2))
        .isEqualTo("    a 31m bgnp cd softly e f");
  }

  @Test
  void theJoinersThatScriptsNeedStay() {
    assertThat(lines("می\\u200cخواهم").get(2)).isEqualTo("    می\u200cخواهم");
  }

  @Test
  void anEmptyAnswerSaysSo() {
    JsonNode nothing = PaperJson.parse("{\"results\": [], \"total\": 0, \"offset\": 0}");
    assertThat(new AnswerText(Terminal.NONE).lines(nothing)).containsExactly("Nothing found.");
  }

  @Test
  void coloursAreForTerminalsOnly() {
    JsonNode answer = PaperJson.parse(ANSWER.formatted("x"));
    Terminal plain = new Terminal(false, true, true, 80);
    Terminal colourful = new Terminal(true, true, true, 80);
    assertThat(new AnswerText(plain).lines(answer)).noneMatch(line -> line.contains("\033"));
    assertThat(new AnswerText(colourful).lines(answer)).anyMatch(line -> line.contains("\033[1m"));
  }

  @Test
  void aTerminalOfTwentyColumnsIsEnough() {
    JsonNode answer = PaperJson.parse(ANSWER.formatted("Shrimp snap at dusk."));
    Terminal narrow = new Terminal(true, true, false, 20);
    assertThat(new AnswerText(narrow).lines(answer)).contains("11 to 11 of 1,234, best first");
  }

  @Test
  void aLabelStandsBesideTheScoreAndTheWhyBelow() {
    JsonNode answer =
        PaperJson.parse(
            """
            {"results": [{"id": "reef", "title": "Sound on a reef", "score": 1.5, "label": "related",
              "relevance": 0.5, "abstract": "Shrimp snap.", "explanation": {
                "tier": "rare", "exactly": ["shr\\u001bimp"],
                "meaning": {"rank": null, "cosine": 0.6, "random_mean": 0.2,
                  "random_deviation": 0.05},
                "words": {"rank": 2, "bm25": 3.25, "bm25_at_most": 4.5, "matched": [
                  {"word": "shrimps", "title": 0, "abstract": 1, "authors": 0},
                  {"word": "reef", "title": 1, "abstract": 2, "authors": 3}]},
                "fusion": {"tier": 1, "meaning": 0.3, "words": 0.2}}}],
             "total": 1, "offset": 0, "sort": "relevance"}
            """);
    assertThat(new AnswerText(Terminal.NONE).lines(answer))
        .containsExactly(
            " 1. Sound on a reef  1.500 related",
            "    reef",
            "    Shrimp snap.",
            "    score: 1 for the tier + 0.300 by meaning + 0.200 by words",
            "    has exactly: \"shr imp\"",
            "    meaning: no rank, cosine 0.600 (random papers 0.200 ± 0.050)",
            "    words: rank 2, BM25 3.250 (at most 4.500 without names); shrimps (abstract",
            "    1), reef (title 1, abstract 2, authors 3)",
            "",
            "1 to 1 of 1, best first");
  }

  @Test
  void theSentenceThatAnswersIsShownInsteadOfTheBeginning() {
    JsonNode answer =
        PaperJson.parse(
            """
            {"results": [{"id": "reef", "title": "Sound", "score": 1, "abstract": "Begin. Shrimp.",
              "sentence": {"start": 7, "end": 14, "text": "Sh\\u001brimp.", "method": "x"}}],
             "total": 1, "offset": 0}
            """);
    assertThat(new AnswerText(Terminal.NONE).lines(answer))
        .containsExactly(
            " 1. Sound  1.000", "    reef", "    … Sh rimp.", "", "1 to 1 of 1, best first");
  }

  @Test
  void whatIsSaidOfTheListStandsBelowIt() {
    JsonNode answer =
        PaperJson.parse(
            """
            {"results": [], "total": 1, "offset": 9, "left_out": 1200, "notice": "Nothing \\u0007fits.",
             "not_found": ["sea \\u001bice"], "did_you_mean": {"q": "see \\u001b[1mice"},
             "facets": {"over": "listed", "fields": {
               "category": {"values": [{"value": "bot\\u001bany", "papers": 1200}], "distinct": 3},
               "metadata.venue": {"values": [], "distinct": 0}}}}
            """);
    assertThat(new AnswerText(Terminal.NONE).lines(answer))
        .containsExactly(
            "By category, in this list of 1 paper: bot any 1,200 and 2 more",
            "By metadata.venue, in this list of 1 paper: none",
            "",
            "Nothing on this page.",
            "Nothing fits.",
            "No paper here has exactly: \"sea ice\"",
            "Did you mean: see [1mice");
  }

  @Test
  void theOrderAndWhatIsLeftOutAreSaid() {
    JsonNode answer =
        PaperJson.parse(
            """
            {"results": [{"id": "a", "title": "A", "score": 1}], "total": 7, "offset": 3, "gone": 2,
             "total_relation": "gte", "left_out": 12, "sort": "date"}
            """);
    assertThat(new AnswerText(Terminal.NONE).lines(answer))
        .endsWith(
            "4 to 4 of at least 7, newest first; 12 less relevant left out",
            "2 of this page have been deleted since the list was made.");
  }

  private static List<String> lines(String abstractText) {
    JsonNode answer = PaperJson.parse(ANSWER.formatted(abstractText));
    return new AnswerText(Terminal.NONE).lines(answer);
  }
}
