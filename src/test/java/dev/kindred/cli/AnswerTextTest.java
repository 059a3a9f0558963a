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

  private static List<String> lines(String abstractText) {
    JsonNode answer = PaperJson.parse(ANSWER.formatted(abstractText));
    return new AnswerText(Terminal.NONE).lines(answer);
  }
}
