package dev.kindred.search.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperDraft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
  private static final String ABSTRACT =
      IntStream.range(0, 100).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

  private static Paper paper(String title, String abstractText, String... authors) {
    PaperDraft draft = new PaperDraft().id("x").title(title).abstractText(abstractText);
    List.of(authors).forEach(draft::author);
    return draft.toPaper();
  }

  private static Likeness likeness(Paper one, Paper other) {
    Likeness likeness = Likeness.of(Wording.of(one), Wording.of(other));
    assertThat(Likeness.of(Wording.of(other), Wording.of(one))).isEqualTo(likeness);
    return likeness;
  }

  /** So many of the hundred words of the abstract replaced. */
  private static String edited(int replaced, long seed) {
    List<String> words = new ArrayList<>(List.of(ABSTRACT.split(" ")));
    List<Integer> places =
        IntStream.range(0, words.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(places, new Random(seed));
    places.subList(0, replaced).forEach(place -> words.set(place, "other" + place));
    return String.join(" ", words);
  }

  @ParameterizedTest
  @CsvSource({"0,1,true", "5,.905,true", "10,.818,true", "20,.667,false", "50,.333,false"})
  void abstractsAreTheSameWhileMostWordsAre(int replaced, double similarity, boolean same) {
    Likeness likeness = likeness(paper("", ABSTRACT), paper("", edited(replaced, 1)));
    assertThat(likeness.similarity()).isEqualTo(similarity, within(.001));
    assertThat(likeness.isSame()).isEqualTo(same);
  }

  @Test
  void caseAccentsAndPunctuationMakeNoDifference() {
    assertThat(
            likeness(
                    paper("Étude: the \"naïve\" café", ABSTRACT),
                    paper("ETUDE the naive cafe.", ABSTRACT.toUpperCase(Locale.ROOT)))
                .similarity())
        .isEqualTo(1);
  }

  @Test
  void aRewrittenAbstractUnderTheSameTitleIsTheSamePaper() {
    Likeness likeness =
        likeness(
            paper("How roots notice dry soil", ABSTRACT, "Mira Quellbach", "J. Tal"),
            paper("How Roots Notice Dry Soil", edited(90, 2), "M. Quellbach"));
    assertThat(likeness.sameTitle()).isTrue();
    assertThat(likeness.similarity()).isBetween(.75, .8);
  }

  @Test
  void otherAuthorsUnderTheSameTitleMakeAnotherPaper() {
    Likeness likeness =
        likeness(
            paper("How roots notice dry soil", ABSTRACT, "Mira Quellbach"),
            paper("How roots notice dry soil", edited(90, 2), "Jon Tal"));
    assertThat(likeness.isSame()).isFalse();
    assertThat(likeness.sameTitle()).isTrue();
  }

  @Test
  void aTitleOfFewWordsSaysLittle() {
    assertThat(likeness(paper("Editorial", ABSTRACT), paper("Editorial", edited(90, 2))).isSame())
        .isFalse();
  }

  @Test
  void aTitleAloneIsTheSamePaperAsTheWholeOne() {
    assertThat(
            likeness(
                    paper("How roots notice dry soil", ABSTRACT),
                    paper("How roots notice dry soil", ""))
                .isSame())
        .isTrue();
  }

  @Test
  void yearsInTheTitlesTellASeriesApart() {
    Likeness likeness =
        likeness(
            paper("Report of the 2025 challenge", ABSTRACT),
            paper("Report of the 2026 challenge", ABSTRACT));
    assertThat(likeness.isSame()).isFalse();
    assertThat(
            likeness(
                    paper("Report of a challenge", ABSTRACT),
                    paper("Report of a challenge 2", ABSTRACT))
                .isSame())
        .isTrue();
  }

  @Test
  void ofAFewWordsOneCanBeAnotherSubject() {
    assertThat(
            likeness(
                    paper("A large survey of deep learning methods for cell segmentation", ""),
                    paper("A large survey of deep learning methods for road segmentation", ""))
                .isSame())
        .isFalse();
  }

  @Test
  void ofAFewWordsSmallOnesMakeNoDifference() {
    Paper dances = paper("", "Honeybee dances tell nestmates where flowers are.");
    Paper again = paper("", "Honeybee dances tell nestmates where the flowers are.");
    assertThat(likeness(dances, again).isSame()).isTrue();
    assertThat(
            likeness(
                    paper("", "How DNA is copied in the cells of a growing wheat plant"),
                    paper("", "How RNA is copied in the cells of a growing wheat plant"))
                .isSame())
        .isFalse();
  }

  @Test
  void ideographsAreWords() {
    assertThat(PlainWords.of("深度学习 v2")).containsExactly("深", "度", "学", "习", "v2");
    assertThat(PlainWords.of("")).isEmpty();
  }
}
