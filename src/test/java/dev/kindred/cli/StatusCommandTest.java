package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.json.PaperJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusCommandTest {
  @Test
  void theSizeOfAStoreIsShown() {
    assertThat(rows("{\"store\": {\"path\": \"/s\", \"bytes\": 1500000}}"))
        .contains(List.of("store", "/s"), List.of("on disk", "1.5 MB"));
  }

  @Test
  void aSizeThatIsNotKnownIsLeftOut() {
    assertThat(rows("{\"store\": {\"path\": \"/s\"}}"))
        .contains(List.of("store", "/s"))
        .noneMatch(row -> row.getFirst().equals("on disk"));
  }

  @Test
  void whoWritesIsShown() {
    assertThat(rows("{\"writer\": \"process 17 on h, since 2026-05-01T10:00:00Z\"}"))
        .contains(List.of("writer", "process 17 on h, since 2026-05-01T10:00:00Z"));
  }

  @Test
  void howManyPapersHaveVectorsOfTheirSentencesIsShown() {
    assertThat(rows("{\"sentences\": {\"papers\": 1200}}"))
        .contains(List.of("sentences", "of 1,200 papers"));
  }

  private static List<List<String>> rows(String status) {
    return StatusCommand.rows(PaperJson.parse(status));
  }
}
