package dev.kindred.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.TestClock;
import dev.kindred.index.Counts;
import dev.kindred.index.Facet;
import dev.kindred.index.FacetField;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.Order;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.ExpiredCursor;
import dev.kindred.search.Facets.Scope;
import dev.kindred.search.KeptLists.Kept;
import dev.kindred.search.KeptLists.Remaking;
import dev.kindred.search.recommendation.NearDuplicate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptListsTest {
  private static final Remaking NOT_WANTED =
      (_, _) -> {
        throw new AssertionError("it is still there");
      };
  private static final Remaking CHANGED_SINCE = (_, _) -> Optional.empty();
  private static final long STATE = 7;

  private final TestClock clock = new TestClock();
  private final KeptLists kept = new KeptLists(clock);

  private static ListRequest request(String category) {
    return new Browsing(new Filter.Category(category), Order.NEWEST_FIRST, FacetWish.NONE);
  }

  private static ResultList list(int hits) {
    return list(hits, Optional.empty());
  }

  private static ResultList list(int hits, Optional<Facets> facets) {
    List<Hit> same = Collections.nCopies(hits, new Hit(new PaperId("a"), 0));
    Counts counts = new Counts(hits, hits, 0, 0, 0);
    return new ResultList(
        STATE,
        same,
        0,
        ListSummary.withoutQuery(hits, false, facets, counts),
        (found, _, _) -> found.stream().map(one -> Result.of(one.paper(), 0)).toList());
  }

  @Test
  void aListIsFoundByItsCursorAndItsRequest() {
    Kept made = kept.keep(request("a"), list(3));
    assertThat(kept.of(made.cursor(), NOT_WANTED)).isEqualTo(made);
    assertThat(kept.latest(request("a"))).contains(made);
    assertThat(kept.latest(request("b"))).isEmpty();
    assertThat(ListCursor.parse(made.cursor().name())).isEqualTo(made.cursor());
  }

  @Test
  void ofTheSameRequestTheLastListIsFoundAndTheOthersByTheirCursors() {
    Kept first = kept.keep(request("a"), list(1));
    Kept second = kept.keep(request("a"), list(2));
    assertThat(second.cursor()).isNotEqualTo(first.cursor());
    assertThat(kept.latest(request("a"))).contains(second);
    assertThat(kept.of(first.cursor(), NOT_WANTED)).isEqualTo(first);
  }

  @Test
  void aListExpiresFiveMinutesAfterItWasAskedFor() {
    Kept made = kept.keep(request("a"), list(3));
    for (int i = 0; i < 3; i++) {
      clock.goOn(Duration.ofMinutes(4));
      assertThat(kept.of(made.cursor(), NOT_WANTED)).isEqualTo(made);
    }
    assertThat(kept.latest(request("a"))).contains(made);
    clock.goOn(Duration.ofMinutes(5));
    assertThat(kept.latest(request("a"))).isEmpty();
    assertThatThrownBy(() -> kept.of(made.cursor(), NOT_WANTED))
        .isInstanceOf(ExpiredCursor.class)
        .hasMessageContaining("not kept any more (5 minutes after it was last asked for")
        .hasMessageEndingWith("search again");
  }

  @Test
  void aListThatIsAskedForByItsRequestKeepsItsCursor() {
    Kept made = kept.keep(request("a"), list(3));
    clock.goOn(Duration.ofMinutes(4));
    assertThat(kept.latest(request("a"))).contains(made);
    clock.goOn(Duration.ofMinutes(4));
    assertThat(kept.of(made.cursor(), NOT_WANTED)).isEqualTo(made);
  }

  @Test
  void aCursorThatWasNeverGivenOutHasExpired() {
    ListCursor unknown = ListCursor.parse("AbCdEfGhIjKlMnOp");
    assertThatThrownBy(() -> kept.of(unknown, NOT_WANTED)).isInstanceOf(ExpiredCursor.class);
  }

  @Test
  void aListThatThereIsNoRoomForIsMadeAgainFromTheSameState() {
    KeptLists crowded = new KeptLists(clock, 1_000);
    Kept made = crowded.keep(request("a"), list(100));
    assertThat(crowded.latest(request("a"))).isEmpty();

    ResultList again = list(100);
    Kept remade =
        crowded.of(
            made.cursor(),
            (request, state) -> {
              assertThat(request).isEqualTo(request("a"));
              assertThat(state).isEqualTo(STATE);
              return Optional.of(again);
            });
    assertThat(remade).isEqualTo(new Kept(made.cursor(), request("a"), again));
  }

  @Test
  void aListThatThereIsNoRoomForHasExpiredWhenPapersHaveChanged() {
    KeptLists crowded = new KeptLists(clock, 1_000);
    Kept made = crowded.keep(request("a"), list(100));
    assertThatThrownBy(() -> crowded.of(made.cursor(), CHANGED_SINCE))
        .isInstanceOf(ExpiredCursor.class)
        .hasMessageContaining("too many lists are in use to keep this one");
  }

  @Test
  void theListsThatWereMadeLastAreKeptHoweverOftenOthersWereAskedFor() {
    KeptLists crowded = new KeptLists(clock, 200_000);
    List<Kept> old =
        IntStream.range(0, 100).mapToObj(i -> crowded.keep(request("old-" + i), list(50))).toList();
    for (int round = 0; round < 10; round++) {
      old.forEach(made -> crowded.latest(made.request()));
    }
    for (int i = 0; i < 100; i++) {
      List<Kept> made = new ArrayList<>();
      for (int j = 0; j < 5; j++) {
        made.add(crowded.keep(request("new-" + i + "-" + j), list(50)));
      }
      made.forEach(one -> assertThat(crowded.of(one.cursor(), CHANGED_SINCE)).isEqualTo(one));
    }
  }

  @Test
  void longRequestsCountForWhatTheyWeigh() {
    KeptLists crowded = new KeptLists(clock, 1_000);
    Kept made = crowded.keep(request("long ".repeat(180)), list(0));
    assertThat(crowded.latest(made.request())).isEmpty();
  }

  @Test
  void facetsCountForWhatTheyWeigh() {
    Facet categories =
        new Facet(new FacetField.Category(), List.of(new Facet.Value("long ".repeat(180), 1)), 1);
    KeptLists crowded = new KeptLists(clock, 1_000);
    Facets facets = new Facets(List.of(categories), Scope.ALL_MATCHING);
    Kept made = crowded.keep(request("a"), list(0, Optional.of(facets)));
    assertThat(crowded.latest(made.request())).isEmpty();
  }

  @Test
  void nearDuplicatesCountForWhatTheyWeigh() {
    List<NearDuplicate> many =
        Collections.nCopies(10, new NearDuplicate(new PaperId("name".repeat(20)), .9));
    ListSummary knownAgain =
        new ListSummary(
            0,
            false,
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            new Counts(0, 0, 0, 0, 0),
            Map.of(new PaperId("known"), many));
    KeptLists crowded = new KeptLists(clock, 1_000);
    ResultList list = new ResultList(STATE, List.of(), 0, knownAgain, (_, _, _) -> List.of());
    crowded.keep(request("a"), list);
    assertThat(crowded.latest(request("a"))).isEmpty();
  }
}
