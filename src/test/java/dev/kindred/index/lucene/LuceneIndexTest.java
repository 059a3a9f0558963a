package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndexContract;
import dev.kindred.index.Samples;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LuceneIndexTest extends PaperIndexContract {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder, Samples.IDENTITY);
  }

  @Test
  void aPaperThatCouldNotBeReadBackCostsNoOther() {
    Paper unreadable = Paper.of(id("x"), "t".repeat(5_001), "");

    assertThatThrownBy(() -> index.put(List.of(paper("a"), unreadable, paper("b"))))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith(
            "1 of 3 papers cannot be stored, the others are: \"x\" (title has 5001 characters");

    assertThat(get("a")).isPresent();
    assertThat(get("b")).isPresent();
    assertThat(get("x")).isEmpty();
  }
}
