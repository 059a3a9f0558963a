package dev.kindred.search.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import org.junit.jupiter.api.Test;

class OwnQueryTest {
  private static final PaperId ID = new PaperId("a");

  @Test
  void aPaperIsAskedForByItsTitle() {
    assertThat(OwnQuery.of(Paper.of(ID, "Cracks in lake ice", "We listen to ice.")))
        .isEqualTo("Cracks in lake ice");
  }

  @Test
  void oneWithoutATitleIsAskedForByTheBeginningOfItsAbstract() {
    String text = " we listen  to\nthe ice of ten lakes at dawn, when cracks open. then we count.";

    assertThat(OwnQuery.of(Paper.of(ID, "", text)))
        .isEqualTo("we listen to the ice of ten lakes at dawn, when cracks");
  }
}
