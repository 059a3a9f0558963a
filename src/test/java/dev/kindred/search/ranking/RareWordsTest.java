package dev.kindred.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RareWordsTest {
  /** Those that tell enough alone. */
  private static Set<String> of(Map<String, Integer> papersWith, int papers) {
    return RareWords.shares(papersWith, papers).entrySet().stream()
        .filter(word -> RareWords.isTelling(word.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "169, 5", "50000, 5", "59999, 5", "60000, 6", "77041, 7", "3000000, 300"})
  void fewAreFiveOrOneInTenThousand(int papers, int few) {
    assertThat(RareWords.few(papers)).isEqualTo(few);
  }

  @Test
  void aWordOfFewPapersThatTellsMostIsRare() {
    assertThat(of(Map.of("ministral", 3, "model", 400), 1_000)).containsExactly("ministral");
    assertThat(of(Map.of("ministral", 5), 1_000)).containsExactly("ministral");
  }

  @Test
  void aWordOfMorePapersIsNot() {
    assertThat(of(Map.of("ministral", 6), 1_000)).isEmpty();
    assertThat(of(Map.of("ministral", 6), 60_000)).containsExactly("ministral");
    assertThat(of(Map.of("ministral", 7), 60_000)).isEmpty();
  }

  /** Of 1,000 papers, idf is 5.20 for five of them and 5.04 for six: .51 of two, .34 of three. */
  @Test
  void aWordThatTellsLessThanTwoFifthsIsNot() {
    assertThat(of(Map.of("ice", 5, "moss", 6), 1_000)).containsExactly("ice");
    assertThat(of(Map.of("ice", 5, "moss", 6, "reed", 6), 1_000)).isEmpty();
  }

  @Test
  void onlyTheRarestCountsWhereItTellsEnoughAlone() {
    assertThat(RareWords.shares(Map.of("ministral", 3, "good", 5, "model", 700), 1_000))
        .containsOnlyKeys("ministral");
  }

  @Test
  void equallyRareWordsAreBothRareIfEachTellsEnough() {
    assertThat(of(Map.of("ice", 2, "moss", 2, "model", 900), 1_000))
        .containsExactlyInAnyOrder("ice", "moss");
    assertThat(of(Map.of("ice", 2, "moss", 2, "reed", 2), 1_000)).isEmpty();
  }

  /** As the two names of an author, each in few papers. */
  @Test
  void rareWordsThatTellLittleAloneMayTellEnoughTogether() {
    assertThat(RareWords.shares(Map.of("halwa", 1, "ireneusz", 1, "papers", 5), 1_000))
        .hasEntrySatisfying("halwa", share -> assertThat(share).isBetween(.3, .4))
        .containsKeys("ireneusz", "papers");
    assertThat(RareWords.shares(Map.of("halwa", 1, "b", 6, "c", 6, "d", 6), 1_000)).isEmpty();
  }

  @Test
  void aLetterOrDigitAloneIsNeverRare() {
    assertThat(of(Map.of("t", 1), 1_000)).isEmpty();
    assertThat(of(Map.of("7", 1, "model", 900), 1_000)).isEmpty();
    assertThat(of(Map.of("氷", 1), 1_000)).containsExactly("氷");
  }

  @Test
  void aWordInNoPaperTellsAsMuchAsTheRarest() {
    assertThat(of(Map.of("ministral", 3, "xqzzt", 0, "model", 700), 1_000))
        .containsExactly("ministral");
    assertThat(of(Map.of("extra", 3, "xqzzt", 0, "xqzzu", 0), 1_000)).isEmpty();
    assertThat(of(Map.of("xqzzt", 0), 1_000)).isEmpty();
    assertThat(of(Map.of(), 1_000)).isEmpty();
    assertThat(of(Map.of(), 0)).isEmpty();
  }
}
