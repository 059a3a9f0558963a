package dev.kindred.index;

import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every {@link IndexView} must see the words of a text, and what they weigh. */
public abstract class TokensContract extends IndexedPapers {

  @Test
  void aTokenHasItsExactWordItsStemAndItsPlace() {
    assertThat(tokens("The Graphs' naïve models: RNNs"))
        .containsExactly(
            new Token("the", Optional.empty(), 0, 3),
            new Token("graphs", Optional.of("graph"), 4, 10),
            new Token("naive", Optional.of("naiv"), 12, 17),
            new Token("models", Optional.of("model"), 18, 24),
            new Token("rnns", Optional.of("rnn"), 26, 30));
  }

  @Test
  void theWordsThatHaveAStemAreFoundWhateverStemmingChangedInThem() {
    String text =
        "eyed eyes dyes dying ties tied ies ied ass yes sky Skies flies Fly's été étés Ångström ½"
            + " GPT-4 3d a i x-ray graphs graphing über naïve (naive) ﬁnd ﬁnding 文献";
    List<Token> all = tokens(text);
    Set<String> stems =
        all.stream().flatMap(token -> token.stem().stream()).collect(Collectors.toSet());

    try (IndexView view = index.view()) {
      assertThat(stems)
          .hasSizeGreaterThan(15)
          .allSatisfy(stem ->
              assertThat(view.tokens(text, Set.of(stem)))
                  .isEqualTo(
                      all.stream()
                          .filter(token -> token.stem().equals(Optional.of(stem)))
                          .toList()));
      assertThat(view.tokens(text, stems))
          .isEqualTo(all.stream().filter(t -> t.stem().isPresent()).toList());
      assertThat(view.tokens(text, Set.of())).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "e\uFB03cient, e\uFB03cient, efficient",
    "a e\uFB03cient b, e\uFB03cient, efficient",
    "na\u00EFve bayes, bayes, bayes",
    "nai\u0308ve bayes, nai\u0308ve, naive",
    "nai\u0308ve bayes, bayes, bayes",
    "\uFB01\uFB01 ligatures, ligatures, ligatures",
    "\u1112\u1161\u11AB\u1100\u1173\u11AF text, \u1112\u1161\u11AB\u1100\u1173\u11AF, 한글",
    "\u1112\u1161\u11AB\u1100\u1173\u11AF text, text, text",
    "\u3131\u314F text, text, text",
    "\uFF76\uFF9E kana, \uFF76\uFF9E, ガ",
    "\uFF76\uFF9E kana, kana, kana",
    "\uD835\uDC00\uD835\uDC01 bold, \uD835\uDC00\uD835\uDC01, ab",
    "\uD835\uDC00\uD835\uDC01 bold, bold, bold",
    "\uD83D\uDC69\u200D\uD83D\uDD2C \uFB01x, \uFB01x, fix",
    "\u2460\u2461 two, two, two",
    "\uFDFA end, end, end",
    "a\u0315\u0300 z, z, z",
    "x: y\u00B5m, y\u00B5m, yμm",
    "１２ full, full, full",
  })
  void aPlaceIsOneOfTheTextAsItWasGiven(String text, String word, String exact) {
    assertThat(tokens(text))
        .filteredOn(token -> token.exact().equals(exact))
        .extracting(token -> text.substring(token.start(), token.end()))
        .contains(word);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theTokensOfAnyTextAreTheWordsItIsFoundByAndLieInItInOrder(int seed) {
    String text = anyText(new Random(seed));
    put(paper("a", "Title", text));
    List<Token> tokens = tokens(text);
    List<String> words = tokens.stream().map(Token::exact).distinct().toList();

    try (IndexView view = index.view()) {
      assertThat(words).hasSizeGreaterThan(50);
      assertThat(view.papersWithEach(words).values()).containsOnly(1);
    }
    int last = 0;
    for (Token token : tokens) {
      assertThat(token.start()).isBetween(last, token.end() - 1);
      assertThat(token.end()).isLessThanOrEqualTo(text.length());
      last = token.start();
    }
  }

  /** Words of letters that normalising joins, parts, reorders or leaves alone. */
  private static String anyText(Random random) {
    List<String> alphabets =
        List.of(
            "abcz",
            "é\u0301\u0323\u0315\u0300",
            "\uFB03\uFB01½①",
            "\u1100\u1161\u11A8가\u3131\u314F",
            "\uFF76\uFF9E\uFFC2",
            "\u0915\u093C\u094D\u09C7\u09BE",
            "文字",
            "A\u030A\u212B");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      String letters = alphabets.get(random.nextInt(alphabets.size()));
      text.append(random.nextInt(5) == 0 ? " " : letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "?!", "\u0301", "\u0000"})
  void aTextWithoutWordsHasNoTokens(String text) {
    assertThat(tokens(text)).isEmpty();
  }

  @Test
  void halfOfASurrogatePairDoesNoHarm() {
    assertThat(tokens("\uD800 a\uDC00 \uFB01x")).extracting(Token::exact).contains("fix");
  }

  @Test
  void aVeryLongTextHasAllItsTokens() {
    String text = "\uFB01sh and chips ".repeat(10_000);

    List<Token> tokens = tokens(text);

    assertThat(tokens).hasSize(30_000);
    assertThat(text.substring(tokens.getLast().start(), tokens.getLast().end())).isEqualTo("chips");
  }

  @Test
  void aWeightIsNearlyReachedAndNeverExceededByAScore() {
    put(paper("a", "Mamba mamba mamba", "mamba ".repeat(300)), paper("b", "Snakes", ""));

    try (IndexView view = index.view()) {
      Map<String, Double> weights = view.weights(Words.of("Mambas of a mamba, unknown"));
      double score = view.matching(Words.of("mamba mambas"), 1, Filter.NONE).getFirst().score();

      assertThat(weights).containsOnlyKeys("mamba", "unknown");
      double most = 2 * Math.log(1 + 1.5 / 1.5);
      assertThat(weights.get("mamba")).isCloseTo(most, within(1e-6));
      assertThat(weights.get("unknown")).isCloseTo(Math.log(1 + 2.5 / .5), within(1e-6));
      assertThat(score).isBetween(.9 * most, most);
    }
  }

  @Test
  void ofTooManyWordsThoseThatTellMostAreTaken() {
    String common =
        IntStream.range(0, 40).mapToObj(i -> "common" + i).collect(Collectors.joining(" "));
    put(paper("a", common, ""), paper("b", common, ""), paper("c", common, "rare rarer"));
    String text = common + " rare common39 common39 common39 common39 absent";

    try (IndexView view = index.view()) {
      assertThat(view.weights(new Words(text, false, 1))).containsOnlyKeys("rare");
      assertThat(view.weights(new Words(text, false, 2))).containsOnlyKeys("rare", "common39");
      assertThat(view.weights(Words.tellingOf(text))).hasSize(25).containsKey("rare");
      assertThat(view.weights(Words.of(text))).hasSize(42);
      assertThat(view.matching(new Words(text, false, 1), 9, Filter.NONE)).hasSize(1);
      assertThat(view.matching(new Words(text, false, 2), 9, Filter.NONE)).hasSize(3);
    }
  }

  @Test
  void theWordsOfAPaperAreNotTakenForNames() {
    put(Samples.by(paper("a", "Title", "Text"), "Rose Stone"), paper("b", "A rose", "A stone"));

    try (IndexView view = index.view()) {
      assertThat(view.matching(Words.of("rose"), 9, Filter.NONE)).hasSize(2);
      assertThat(view.matching(Words.tellingOf("rose"), 9, Filter.NONE)).hasSize(1);
    }
  }

  private List<Token> tokens(String text) {
    try (IndexView view = index.view()) {
      return view.tokens(text);
    }
  }
}
