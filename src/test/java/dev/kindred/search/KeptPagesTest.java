package dev.kindred.search;

import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.inCategories;
import static dev.kindred.index.Samples.paper;
import static dev.kindred.index.Samples.withMetadata;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.TestClock;
import dev.kindred.paper.Paper;
import dev.kindred.paper.sentence.Span;
import dev.kindred.search.ResultList.Cut;
import dev.kindred.search.recommendation.NearDuplicate;
import dev.kindred.search.sentence.Passage;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeptPagesTest {
  private static final ListCursor LIST = ListCursor.parse("AbCdEfGhIjKlMnOp");
  private static final Showing FIRST = Showing.of(Page.FIRST);
  private static final Cut EMPTY = new Cut(List.of(), 0);
  private static final Paper PLAIN = paper("a");
  private static final String[] NAMES =
      IntStream.range(0, 1_000).mapToObj("Ada Lovelace %d"::formatted).toArray(String[]::new);

  private final TestClock clock = new TestClock();
  private final KeptPages kept = new KeptPages(clock);
  private int cuts;

  private void ask(KeptPages pages, Showing showing, long state, Cut cut) {
    pages.of(
        LIST,
        showing,
        state,
        () -> {
          cuts++;
          return cut;
        });
  }

  private static Cut cut(Result result) {
    return new Cut(List.of(result), 0);
  }

  @Test
  void aPageIsCutOnce() {
    ask(kept, FIRST, 7, EMPTY);
    ask(kept, FIRST, 7, EMPTY);
    assertThat(cuts).isEqualTo(1);
  }

  @Test
  void anotherPageAndAnotherStateOfTheIndexAreCutAnew() {
    ask(kept, FIRST, 7, EMPTY);
    ask(kept, Showing.of(new Page(10, 10)), 7, EMPTY);
    ask(kept, FIRST, 8, EMPTY);
    assertThat(cuts).isEqualTo(3);
  }

  @Test
  void aPageIsCutAnewAfterAMinuteHoweverOftenItIsAskedFor() {
    ask(kept, FIRST, 7, EMPTY);
    for (int i = 0; i < 5; i++) {
      clock.goOn(Duration.ofSeconds(10));
      ask(kept, FIRST, 7, EMPTY);
    }
    assertThat(cuts).isEqualTo(1);
    clock.goOn(Duration.ofSeconds(10));
    ask(kept, FIRST, 7, EMPTY);
    assertThat(cuts).isEqualTo(2);
  }

  static Stream<Result> heavyResults() {
    NearDuplicate same = new NearDuplicate(id("b"), .9);
    Span word = new Span(0, 1);
    Passage passage = new Passage(List.of(), Collections.nCopies(1_000, word), Optional.empty());
    return Stream.of(
        Result.of(paper("a", "Title", "long ".repeat(2_000)), 0),
        Result.of(by(PLAIN, NAMES), 0),
        Result.of(inCategories(PLAIN, NAMES), 0),
        Result.of(withMetadata(PLAIN, Map.of("people", Map.of("all", List.of(NAMES)))), 0),
        new Result(
            PLAIN,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Collections.nCopies(1_000, same)),
        new Result(PLAIN, 0, Optional.empty(), Optional.of(passage), Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("heavyResults")
  void allThatThereMayBeMuchOfCountsForWhatItWeighs(Result heavy) {
    KeptPages small = new KeptPages(clock, 20_000);
    ask(small, FIRST, 7, cut(Result.of(PLAIN, 0)));
    ask(small, FIRST, 7, cut(Result.of(PLAIN, 0)));
    assertThat(cuts).isEqualTo(1);
    ask(small, FIRST, 8, cut(heavy));
    ask(small, FIRST, 8, cut(heavy));
    assertThat(cuts).as("too heavy to be kept").isEqualTo(3);
  }

  @Test
  void pagesWithoutResultsTakeRoomToo() {
    KeptPages small = new KeptPages(clock, 10_000);
    IntStream.range(0, 100).forEach(state -> ask(small, FIRST, state, EMPTY));
    ask(small, FIRST, 99, EMPTY);
    assertThat(cuts).isEqualTo(100);
    ask(small, FIRST, 0, EMPTY);
    assertThat(cuts).isEqualTo(101);
  }
}
