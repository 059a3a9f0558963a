package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownDateTest {
  @Test
  void allPartsAreRead() {
    assertThat(ShownDate.parse("Sep 4, 2024 17"))
        .contains(new ShownDate("Sep 4, 2024", 9, 4, OptionalInt.of(2024), OptionalInt.of(17)));
    assertThat(ShownDate.parse("Jun 23"))
        .contains(new ShownDate("Jun 23", 6, 23, OptionalInt.empty(), OptionalInt.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"June 23", "Jun", "23 Jun", "Jun 23, 24", "Jun 23, 2024, 5", "May 2 go"})
  void otherTextIsNoDate(String text) {
    assertThat(ShownDate.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Jun 1, 2024;Jun 2',          2025",
    "'Jun 1, 2021;Jun 1, 2019',    2022",
    "'Jun 1, 2024;Feb 29',         2028",
    "'Jun 1, 2023;Feb 29',         2024",
    "'Feb 29, 2020;Jun 2',         2021",
    "'Jun 1, 2024;Feb 30',         2025",
  })
  void thePageIsYoungerThanEveryYearItShows(String shown, int year) {
    assertThat(ShownDate.pageYear(dates(shown))).hasValue(year);
  }

  @Test
  void aPageWithoutYearsTellsNone() {
    assertThat(ShownDate.pageYear(dates("Jun 1;Feb 29"))).isEmpty();
  }

  private static List<ShownDate> dates(String shown) {
    return Arrays.stream(shown.split(";"))
        .map(text -> ShownDate.parse(text).orElseThrow())
        .toList();
  }
}
