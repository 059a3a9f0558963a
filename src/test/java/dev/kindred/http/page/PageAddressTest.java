package dev.kindred.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.PaperId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAddressTest {
  @ParameterizedTest
  @CsvSource({
    "2405.01234, /papers/2405.01234",
    "a:b_c-d~e, /papers/a:b_c-d~e",
    ".., /papers?id=..",
    ".a, /papers?id=.a",
    "cs/0112017, /papers?id=cs%2F0112017",
    "a b+c, /papers?id=a+b%2Bc",
    "ü, /papers?id=%C3%BC"
  })
  void anIdThatIsPlainIsInThePathAndAnyOtherInTheQuery(String id, String address) {
    assertThat(PageAddress.of(new PaperId(id))).isEqualTo(address);
  }

  @Test
  void aCitationIsBelowThePaper() {
    assertThat(PageAddress.citation(new PaperId("2405.01234"), "ris"))
        .isEqualTo("/papers/2405.01234/ris");
    assertThat(PageAddress.citation(new PaperId("a b/c"), "ris"))
        .isEqualTo("/papers/a%20b%2Fc/ris");
  }

  @Test
  void noCharacterOfADoiEndsItsAddress() {
    assertThat(PageAddress.doi("10.1000/a#b?c%d\"e/f_g~h"))
        .isEqualTo("https://doi.org/10.1000/a%23b%3Fc%25d%22e/f_g~h");
  }
}
