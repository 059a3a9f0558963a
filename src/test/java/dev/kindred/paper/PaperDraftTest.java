package dev.kindred.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaperDraftTest {
  private static PaperDraft valid() {
    return new PaperDraft().id("p1").title("A title");
  }

  @Test
  void aTitleIsEnough() {
    assertThat(valid().toPaper()).isEqualTo(Paper.of(new PaperId("p1"), "A title", ""));
  }

  @Test
  void surroundingBlanksAreDroppedAndCategoriesCountOnce() {
    Paper paper = valid().title("  T \n").category("ecology").category(" ecology ").toPaper();
    assertThat(paper.title()).isEqualTo("T");
    assertThat(paper.categories()).isEqualTo(List.of("ecology"));
  }

  static Stream<Arguments> brokenDrafts() {
    return Stream.of(
        Arguments.of(valid().id(null), "id is missing"),
        Arguments.of(valid().id(""), "id is \"\"; it must be 1 to 256 bytes"),
        Arguments.of(valid().title(" "), "a paper needs a title or an abstract"),
        Arguments.of(valid().title("\u0000\u0007"), "a paper needs a title or an abstract"),
        Arguments.of(valid().title("x".repeat(5_001)), "title has 5001 characters; at most 5000"),
        Arguments.of(
            valid().abstractText("x".repeat(200_001)),
            "abstract has 200001 characters; at most 200000"),
        Arguments.of(valid().published("last May"), "published is \"last May\"; it must be a date"),
        Arguments.of(valid().url("ftp://x/y"), "url is \"ftp://x/y\"; it must be an absolute http"),
        Arguments.of(valid().url("javascript:alert(1)"), "url is \"javascript:alert(1)\""),
        Arguments.of(valid().author(" "), "authors holds \"\"; an entry must have 1 to 1000 bytes"),
        Arguments.of(valid().category("c".repeat(1_001)), "categories holds \"ccc"));
  }

  @ParameterizedTest
  @MethodSource("brokenDrafts")
  void aBrokenRuleIsNamedWithItsValue(PaperDraft draft, String message) {
    assertThatThrownBy(draft::toPaper)
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void anOlderDescriptionFillsInOnlyWhatIsMissing() {
    Paper older =
        valid().abstractText("old").published("2024").author("A").metadata("n", 1).toPaper();
    Paper newer = valid().abstractText("new").metadata("m", 2).toPaper();
    Paper both = newer.filledFrom(older);
    assertThat(both.abstractText()).isEqualTo("new");
    assertThat(both.published()).isEqualTo(older.published());
    assertThat(both.authors()).isEqualTo(older.authors());
    assertThat(both.metadata()).containsEntry("n", 1).containsEntry("m", 2);
  }

  @Test
  void controlCharactersButTabsAndLineBreaksAreBlanks() {
    Paper paper =
        valid()
            .title("\u0000A\u0007 ti\ttle\u001b[31m ")
            .abstractText("One\u0000\r\n\tTwo\u0085\u007f")
            .author("Ada\u0000Lovelace\u0000")
            .category("cs\u0000CL")
            .toPaper();
    assertThat(paper.title()).isEqualTo("A  ti\ttle [31m");
    assertThat(paper.abstractText()).isEqualTo("One \r\n\tTwo");
    assertThat(paper.authors()).isEqualTo(List.of(new Author("Ada Lovelace")));
    assertThat(paper.categories()).isEqualTo(List.of("cs CL"));
  }

  @Test
  void halfOfASurrogatePairIsReplacedWhereverItStands() {
    Paper paper =
        valid()
            .title("a\ud800b")
            .author("\udc00")
            .metadata("deep", List.of(Map.of("k\ud800", "v\ud83d\ude00\ud83d")))
            .toPaper();
    assertThat(paper.title()).isEqualTo("a\ufffdb");
    assertThat(paper.authors()).isEqualTo(List.of(new Author("\ufffd")));
    assertThat(paper.metadata())
        .isEqualTo(Map.of("deep", List.of(Map.of("k\ufffd", "v\ud83d\ude00\ufffd"))));
  }
}
