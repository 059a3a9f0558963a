package dev.kindred.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {
  @ParameterizedTest
  @CsvSource({
    "2024, 2024-01-01, 2024-12-31, 2024",
    "2024-02, 2024-02-01, 2024-02-29, 2024-02",
    "2024-02-29, 2024-02-29, 2024-02-29, 2024-02-29",
    "2024-05-17T23:30:00Z, 2024-05-17, 2024-05-17, 2024-05-17",
    "2024-05-17T23:30:00.000+02:00, 2024-05-17, 2024-05-17, 2024-05-17",
    "2024-05-17T23:30:00, 2024-05-17, 2024-05-17, 2024-05-17",
    "2024-05-17T23:30:00+0100, 2024-05-17, 2024-05-17, 2024-05-17",
    "2024-05-17T23:30+01, 2024-05-17, 2024-05-17, 2024-05-17",
    "0000, 0000-01-01, 0000-12-31, 0000"
  })
  void aDateCoversAsManyDaysAsItIsPrecise(
      String text, LocalDate first, LocalDate last, String form) {
    PublicationDate date = PublicationDate.parse(text).orElseThrow();
    assertThat(date).isEqualTo(new PublicationDate(first, last)).hasToString(form);
    assertThat(PublicationDate.parse(date.toString())).contains(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "24",
        "2023-02-29",
        "2024-13",
        "May 2024",
        "17.05.2024",
        "2024-05-17x",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "2023-02-29T00:00"
      })
  void whatIsNoDateIsRefused(String text) {
    assertThat(PublicationDate.parse(text)).isEmpty();
  }
}
