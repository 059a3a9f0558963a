package dev.kindred.search.recommendation;

import static dev.kindred.search.recommendation.Vectors.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  private static final Example PAPER = new Example.OfPaper(id("roots"));
  private static final Example TEXT = new Example.OfText("how soil dries");

  private static void assertRefused(
      List<Example> positive, List<Example> negative, Set<PaperId> known, String message) {
    assertThatThrownBy(() -> new Examples(positive, negative, known))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage(message);
  }

  private static List<Example> many(int count) {
    return IntStream.range(0, count)
        .<Example>mapToObj(i -> new Example.OfPaper(id("p" + i)))
        .toList();
  }

  @Test
  void papersAndTextsCanBeMixed() {
    Examples examples = new Examples(List.of(PAPER, TEXT), many(98), Set.of());
    assertThat(examples.papers()).hasSize(99).contains(id("roots"));
  }

  @Test
  void somethingMustBeLiked() {
    assertRefused(
        List.of(),
        List.of(PAPER),
        Set.of(),
        "positive is empty; it needs at least one paper or text");
  }

  @Test
  void nothingCanBeGivenTwice() {
    assertRefused(
        List.of(PAPER, TEXT, PAPER),
        List.of(),
        Set.of(),
        "positive has the paper \"roots\" twice; give each example once");
    assertRefused(
        List.of(PAPER),
        List.of(TEXT, TEXT),
        Set.of(),
        "negative has the text \"how soil dries\" twice; give each example once");
  }

  @Test
  void nothingCanBeLikedAndDisliked() {
    assertRefused(
        List.of(PAPER, TEXT),
        List.of(TEXT, PAPER),
        Set.of(),
        "the paper \"roots\", the text \"how soil dries\" is liked and disliked at once; it can"
            + " be one of them only");
  }

  @Test
  void thereAreLimits() {
    assertRefused(
        many(60),
        List.of(TEXT, new Example.OfText("x")),
        IntStream.rangeClosed(0, 10_000).mapToObj(i -> id("k" + i)).collect(Collectors.toSet()),
        "exclude has 10001 ids; at most 10000 are allowed");
    assertRefused(
        many(100),
        List.of(TEXT),
        Set.of(),
        "positive and negative have 101 examples together; at most 100 are allowed");
  }

  @Test
  void aTextSaysSomethingAndEnds() {
    assertThatThrownBy(() -> new Example.OfText(" \n"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("the text of an example is empty; it must say something");
    assertThatThrownBy(() -> new Example.OfText("x".repeat(20_001)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("the text of an example has 20001 characters; at most 20000 are allowed");
  }
}
