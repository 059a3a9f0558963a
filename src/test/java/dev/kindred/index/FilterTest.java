package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.InvalidRequest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FilterTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 17);
  private static final Filter ONE = new Filter.Category("cs.CL");

  @Test
  void aNameLongerThanAPapersCanBeIsRefused() {
    String longest = "é".repeat(500);

    assertThat(new Filter.Category(longest).name()).isEqualTo(longest);
    assertRefused(() -> new Filter.Category(longest + "a"), "it must have at most 1000 bytes");
    assertRefused(() -> new Filter.AuthorName(longest + "a"), "it must have at most 1000 bytes");
    assertRefused(() -> new Filter.Metadata("venue", longest + "a"), "metadata.venue is \"é");
  }

  @Test
  void aBlankNameIsRefused() {
    assertRefused(() -> new Filter.Category(" "), "category is empty");
    assertRefused(() -> new Filter.AuthorName(""), "author is empty");
    assertRefused(() -> new Filter.Metadata("", "x"), "metadata is empty");
    assertRefused(() -> new Filter.Metadata("venue", "\t"), "metadata.venue is empty");
  }

  @Test
  void blanksAroundNamesMakeNoDifference() {
    assertThat(new Filter.Category(" cs.CL ")).isEqualTo(ONE);
    assertThat(new Filter.AuthorName("Ada ")).isEqualTo(new Filter.AuthorName("Ada"));
    assertThat(new Filter.Metadata(" a", "b ")).isEqualTo(new Filter.Metadata("a", "b"));
  }

  @Test
  void aPeriodMayBeADayButNotEndBeforeItBegins() {
    assertThat(period(DAY, DAY).from()).contains(DAY);

    assertRefused(
        () -> period(DAY, DAY.minusDays(1)),
        "published_from is 2024-05-17 and published_to is 2024-05-16; from must not be after to");
    assertRefused(
        () -> new Filter.Published(Optional.empty(), Optional.empty()), "a period is empty");
  }

  @Test
  void aRangeMayBeANumberButNotEndBelowItsBeginning() {
    assertThat(range(2, 2).from()).hasValue(2);

    assertRefused(() -> range(2, 1.5), "metadata.year is asked for from 2.0 to 1.5");
    assertRefused(() -> range(Double.NaN, 1), "metadata.year is asked for from NaN to 1.0");
    assertRefused(
        () -> new Filter.MetadataRange("year", OptionalDouble.empty(), OptionalDouble.empty()),
        "the range of metadata.year has neither end");
  }

  @Test
  void tooManyConditionsAreRefusedHoweverTheyAreNested() {
    Filter hundred = new Filter.Any(Collections.nCopies(100, ONE));
    Filter most = new Filter.All(List.of(hundred, new Filter.Not(hundred)));

    assertThat(most.isEmpty()).isFalse();
    assertRefused(
        () -> new Filter.All(List.of(most, ONE)), "a filter has 201 conditions; at most 200");
  }

  @Test
  void tooDeepANestIsRefused() {
    Filter nest = ONE;
    for (int depth = 0; depth < Filter.MAX_DEPTH; depth++) {
      nest = new Filter.Not(nest);
    }
    Filter deepest = nest;

    assertRefused(() -> new Filter.Not(deepest), "a filter is nested 11 levels deep; at most 10");
    assertRefused(
        () -> new Filter.All(List.of(deepest)), "a filter is nested 11 levels deep; at most 10");
  }

  @Test
  void oneOfNothingIsRefusedAndAllOfNothingIsEveryPaper() {
    assertRefused(() -> new Filter.Any(List.of()), "\"or\" is empty");

    assertThat(new Filter.All(List.of())).isEqualTo(Filter.NONE);
    assertThat(new Filter.All(List.of(Filter.NONE)).isEmpty()).isTrue();
    assertThat(new Filter.Not(Filter.NONE).isEmpty()).isFalse();
    assertThat(new Filter.All(List.of(ONE)).isEmpty()).isFalse();
  }

  private static void assertRefused(ThrowingCallable making, String reason) {
    assertThatThrownBy(making).isInstanceOf(InvalidRequest.class).hasMessageContaining(reason);
  }

  private static Filter.Published period(LocalDate from, LocalDate to) {
    return new Filter.Published(Optional.of(from), Optional.of(to));
  }

  private static Filter.MetadataRange range(double from, double to) {
    return new Filter.MetadataRange("year", OptionalDouble.of(from), OptionalDouble.of(to));
  }
}
