package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.InvalidRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilterTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 17);

  @Test
  void moreThanAHundredNamesAreRefused() {
    List<String> names = IntStream.range(0, 101).mapToObj(i -> "n" + i).toList();

    assertRefused(names, List.of(), "category has 101 values; at most 100 are allowed");
    assertRefused(List.of(), names, "author has 101 values; at most 100 are allowed");
    assertThat(filter(names.subList(1, 101), List.of()).categories()).hasSize(100);
  }

  @Test
  void aNameLongerThanAPapersCanBeIsRefused() {
    String longest = "é".repeat(500);

    assertThat(filter(List.of(longest), List.of()).categories()).containsExactly(longest);
    assertRefused(List.of(longest + "a"), List.of(), "it must have at most 1000 bytes");
    assertRefused(List.of(), List.of(longest + "a"), "it must have at most 1000 bytes");
  }

  @Test
  void aBlankNameIsRefused() {
    assertRefused(List.of(" "), List.of(), "category is empty");
    assertRefused(List.of(), List.of("Ada", ""), "author is empty");
  }

  @Test
  void blanksAroundNamesAndRepetitionsMakeNoDifference() {
    assertThat(filter(List.of(" cs.CL", "cs.CL"), List.of("Ada ")))
        .isEqualTo(filter(List.of("cs.CL"), List.of("Ada")));
  }

  @Test
  void aPeriodMayBeADayButNotEndBeforeItBegins() {
    assertThat(period(DAY, DAY).from()).contains(DAY);

    assertThatThrownBy(() -> period(DAY, DAY.minusDays(1)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage(
            "published_from is 2024-05-17 and published_to is 2024-05-16; from must not be after"
                + " to");
  }

  private static void assertRefused(List<String> categories, List<String> authors, String reason) {
    assertThatThrownBy(() -> filter(categories, authors))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining(reason);
  }

  private static Filter filter(List<String> categories, List<String> authors) {
    return new Filter(categories, authors, Optional.empty(), Optional.empty());
  }

  private static Filter period(LocalDate from, LocalDate to) {
    return new Filter(List.of(), List.of(), Optional.of(from), Optional.of(to));
  }
}
