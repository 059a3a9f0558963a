package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.ingest.RejectedEntry;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedEntriesTest {
  @TempDir private Path folder;

  @Test
  void textThatUtf8CannotHoldIsKeptAsFarAsItGoes() throws IOException {
    Path file = folder.resolve("rejects.jsonl");
    try (RejectedEntries rejects = RejectedEntries.into(Optional.of(file))) {
      rejects.add(new RejectedEntry("a.jsonl", 1, "no title", "half \ud83d of a pair"));
    }
    assertThat(PaperJson.parse(Files.readString(file)).path("text").textValue())
        .isEqualTo("half ? of a pair");
  }

  @Test
  void whatIsShownCannotSteerTheTerminal() {
    try (RejectedEntries rejects = RejectedEntries.into(Optional.empty())) {
      rejects.add(new RejectedEntry("a.zip!b\u009b2J", 7, "id is \"\u202e\"", ""));
      assertThat(rejects.shown()).containsExactly("a.zip!b 2J:7: id is \"\"");
    }
  }
}
