package dev.kindred.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {
  @Test
  void whatCouldSteerATerminalIsReplaced() {
    assertThat(Quoted.of("a\u001b[2Jb\u009bc\u202ed\ud800"))
        .isEqualTo("\"a\ufffd[2Jb\ufffdc\ufffdd\ufffd\"");
  }

  @Test
  void aLongValueIsCutBetweenCharacters() {
    String quoted = Quoted.of("\ud83d\ude00".repeat(100));
    assertThat(quoted).isEqualTo('"' + "\ud83d\ude00".repeat(80) + "…\"");
  }
}
