package dev.kindred.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.Filter;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilterFieldsTest {
  private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2024, 5, 17));

  @Test
  void oneOfTheCategoriesAndAllElseMustHold() {
    FilterFields fields =
        new FilterFields(
            List.of("a", "b"),
            List.of("Ada", "Kurt"),
            DAY,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());

    assertThat(fields.toFilter())
        .isEqualTo(
            new Filter.All(
                List.of(
                    new Filter.Any(List.of(new Filter.Category("a"), new Filter.Category("b"))),
                    new Filter.AuthorName("Ada"),
                    new Filter.AuthorName("Kurt"),
                    new Filter.Published(DAY, Optional.empty()))));
  }

  @Test
  void nothingGivenLeavesEveryPaper() {
    assertThat(fields(List.of(), List.of()).toFilter()).isEqualTo(Filter.NONE);
  }

  @Test
  void moreThanAHundredNamesAreRefused() {
    List<String> names = IntStream.range(0, 101).mapToObj(i -> "n" + i).toList();

    assertRefused(names, List.of(), "category has 101 values; at most 100 are allowed");
    assertRefused(List.of(), names, "author has 101 values; at most 100 are allowed");
    List<String> hundred = names.subList(1, 101);
    assertThat(fields(hundred, hundred).toFilter().isEmpty()).isFalse();
  }

  @Test
  void aBlankNameIsRefused() {
    assertRefused(List.of(" "), List.of(), "category is empty");
    assertRefused(List.of(), List.of("Ada", ""), "author is empty");
  }

  @Test
  void blanksAroundNamesAndRepetitionsMakeNoDifference() {
    assertThat(fields(List.of(" cs.CL", "cs.CL"), List.of("Ada ")))
        .isEqualTo(fields(List.of("cs.CL"), List.of("Ada")));
  }

  private static void assertRefused(List<String> categories, List<String> authors, String reason) {
    assertThatThrownBy(() -> fields(categories, authors).toFilter())
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining(reason);
  }

  private static FilterFields fields(List<String> categories, List<String> authors) {
    return new FilterFields(
        categories, authors, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
  }
}
