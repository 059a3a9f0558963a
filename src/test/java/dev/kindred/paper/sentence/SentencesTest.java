package dev.kindred.paper.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars stand where a sentence ends and another begins; they are no part of the text. */
class SentencesTest {
  private static final String BAR = "|";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kelp drifts. |Crabs follow it.",
        "Does kelp drift? |It does! |So we saw…",
        "One sentence without a stop",
        "It fell (to 3.5 m). |Then it rose.",
        "They said \"enough.\" |We went on.",
        "The mean was 3. |It rose to 4.1 in May.",
        "A dose of .5 mg was given. |0.7 mg was not.",
        "No difference was seen (p < .05). |Men were older.",
        "It was known.1,2 |Yet nobody looked.",
        "Nothing was found.12–14 |We looked again.",
        "It uses Node.js and runs on v1.2.3 of it. |It is fast.",
        "What is it?! |Nobody knows.",
        "We waited... |Nothing came.",
        "We waited... and nothing came.",
      })
  void aStopBeforeACapitalOrANumberEndsASentence(String text) {
    assertParts(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Some tools, e.g. Kelp, i.e. Weed, are slow. |Others are not.",
        "Moss grows in shade (cf. Lindqvist), and vs. Lichen it wins. |We see why.",
        "As Fig. 3 and Figs. 4 to 6 show, Eq. 2 holds. |See Sec. 5 for more.",
        "Dr. Okafor met Prof. Lindqvist in St. Ives. |They talked.",
        "It was shown by Okafor et al. Reef fish were counted.",
        "It was shown by Okafor et al. |The reef was counted.",
        "It was shown by Okafor et al. (2011) for reefs. |We repeat it.",
        "Reefs, atolls, etc. were bare. |Made by J.-P. Okafor.",
        "Cultures of E. coli and S. Typhimurium grew. |They were few.",
        "A method of J. R. Okafor was used. |It failed.",
        "Made in the U.S. and the U.K. by hand. |It was i.v. Infusion that failed.",
        "Variants c. 5261 and no. 7 were seen. |The answer is no. |We stop.",
      })
  void anAbbreviationOrAnInitialEndsNone(String text) {
    assertParts(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They lacked vitamin D. |Children were worst off.",
        "All had hepatitis B. |Patients were followed.",
        "It was seen in MS. |Patients with CF. |Others had none.",
        "It took 5 ms. |The rest took more.",
        "This is the state of the art. |3 models beat it.",
        "It beat Llama-70B. |We used Kelp-R. |Others lost.",
        "Reefs, atolls, etc. |None was bare.",
      })
  void whatOnlyLooksAbbreviatedEndsOne(String text) {
    assertParts(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Growth stopped. |mTOR was blocked.",
        "Cells died. |p53 was lost. |miR-21 rose.",
        "Levels fell. |β-catenin did not.",
        "It grew at approx. 5 mm a day. and then stopped.",
      })
  void aSmallLetterBeginsNoneExceptInANameThatHasOne(String text) {
    assertParts(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BACKGROUND Kelp drifts. |RESULTS Crabs follow it.",
        "BACKGROUND: Kelp drifts. |RESULTS: Crabs follow it.",
        "BACKGROUND. Kelp drifts. |Results. Crabs follow it.",
        "Kelp drifts in 4 bays |METHODS AND RESULTS We counted crabs |CONCLUSION: They follow.",
        "We show RESULTS of it. |Then METHODS follow.",
        "MAIN OUTCOME MEASURES. Crabs a day. |SETTING Four bays.",
        "ALL OF THIS IS SHOUTED RESULTS AND ALL",
      })
  void aHeadingBelongsToTheSentenceItIntroduces(String text) {
    assertParts(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kelp drifts\n\n|Crabs follow it\n \n |and eat",
        "Kelp drifts\nin the bay.\n|Crabs\r\nfollow it.",
        "1. Kelp drifts. |2. Crabs follow it.",
        "We have goals: \n- kelp. \n|- crabs.",
      })
  void anEmptyLineEndsASentenceAndALineBreakAloneDoesNot(String text) {
    assertParts(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"海藻漂流。|螃蟹跟随。", "なぜ？|わからない！|終わり"})
  void aWideStopNeedsNoBlank(String text) {
    assertParts(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\t", "\u2003"})
  void aTextOfBlanksHasNone(String text) {
    assertThat(Sentences.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "...", "\"", "?!.", "\uD83D", "a", ". .", "( . )", "1."})
  void aTextOfSignsIsOne(String text) {
    assertThat(Sentences.of(text)).containsExactly(new Span(0, text.length()));
  }

  @Test
  void blanksAroundASentenceAreNoPartOfIt() {
    assertThat(Sentences.of("  Kelp drifts.  Crabs. \n"))
        .containsExactly(new Span(2, 14), new Span(16, 22));
  }

  @Test
  void aLostSignAtTheEndBelongsToTheLastSentence() {
    assertParts("Kelp drifts. |Crabs follow it. \"");
  }

  @Test
  void aVeryLongSentenceIsPartedAtSemicolonsElseBetweenWordsElseAnywhere() {
    String words = "kelp ".repeat(130) + "end; " + "crab ".repeat(130);
    assertThat(texts(words))
        .containsExactly("kelp ".repeat(130) + "end;", "crab ".repeat(130).strip());

    assertThat(Sentences.of("kelp ".repeat(1_000)))
        .hasSizeBetween(5, 6)
        .allSatisfy(span -> assertThat(span.length()).isLessThanOrEqualTo(Sentences.MAX_CHARS));

    assertThat(Sentences.of("x" + "\uD83D\uDC1F".repeat(5_000)))
        .allSatisfy(span -> assertThat(span.start() % 2).isEqualTo(span.start() == 0 ? 0 : 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        ". ",
        "\n",
        " ",
        "A. ",
        "a.b",
        "(",
        ")",
        "RESULTS ",
        "1.2",
        "\"",
        "a;",
        ".1,"
      })
  void theTimeIsLinearWhateverTheText(String piece) {
    String text = piece.repeat(2_000_000 / piece.length());

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Sentences.of(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void sentencesOfAnyTextLieInOrderAndLeaveNoWordOut(int seed) {
    Random random = new Random(seed);
    String alphabet = "aB1.. \n?!)(\"[;,-–。éβ\uD83D\uDC1F\u0301RESULTS ";
    StringBuilder any = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      any.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    String text = any.toString();

    int last = 0;
    for (Span span : Sentences.of(text)) {
      assertThat(text.substring(last, span.start())).isBlank();
      assertThat(span.of(text)).isEqualTo(span.of(text).strip());
      assertThat(span.length()).isLessThanOrEqualTo(Sentences.MAX_CHARS);
      last = span.end();
    }
    assertThat(text.substring(last)).isBlank();
  }

  private static void assertParts(String marked) {
    List<String> parts = List.of(marked.split("\\|")).stream().map(String::strip).toList();
    assertThat(texts(marked.replace(BAR, ""))).containsExactlyElementsOf(parts);
  }

  private static List<String> texts(String text) {
    return Sentences.of(text).stream().map(span -> span.of(text)).toList();
  }
}
