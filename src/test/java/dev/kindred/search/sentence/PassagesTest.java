package dev.kindred.search.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.InterceptedEmbedder;
import dev.kindred.index.EmbeddedPapers;
import dev.kindred.index.IndexView;
import dev.kindred.index.SentenceVectors;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.sentence.Sentences;
import dev.kindred.paper.sentence.Span;
import dev.kindred.search.sentence.Passage.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassagesTest extends EmbeddedPapers {
  private static final Paper TIDES =
      Paper.of(
          new PaperId("tides"),
          "Tidal mixing, and the plankton",
          "Narrow bays are rich in plankton. We sampled 12 bays for a year. Mixing by the tides"
              + " lifts nutrients to where there is light. Algae double within two days of it.");

  private static final Paper VOTES =
      Paper.of(
          new PaperId("votes"),
          "Counting votes twice",
          "Village councils count by hand. A second count changed one result in nine.");

  private Passages passages;

  @BeforeEach
  void fillTheIndex() {
    passages = new Passages(model);
    putEmbedded(TIDES, VOTES);
  }

  @Test
  void wordsOfTheQueryAreHighlightedByTheirStemsInTitleAndAbstract() {
    Passage passage = asked(TIDES, "the mixed tides of plankton");

    assertThat(texts(passage.title(), TIDES.title())).containsExactly("mixing", "plankton");
    assertThat(texts(passage.abstractText(), TIDES.abstractText()))
        .containsExactly("plankton", "Mixing", "tides");
  }

  @Test
  void stopWordsAreNotHighlighted() {
    Passage passage = asked(TIDES, "and the of");

    assertThat(passage.title()).isEmpty();
    assertThat(passage.abstractText()).isEmpty();
  }

  @Test
  void spansAreCharsOfTheTextAsItWasGiven() {
    Paper paper = Paper.of(new PaperId("x"), "\uD83D\uDC1F nai\u0308ve e\uFB03ciency", "½ a day.");
    putEmbedded(paper);

    Passage passage = asked(paper, "naive efficient ½");
    assertThat(texts(passage.title(), paper.title()))
        .containsExactly("nai\u0308ve", "e\uFB03ciency");
    assertThat(texts(passage.abstractText(), paper.abstractText())).containsExactly("½");
  }

  @Test
  void withoutVectorsTheSentenceIsChosenByWordsAndPosition() {
    assertSentence(asked(TIDES, "do tides mix nutrients"), TIDES, 2, Method.WORDS_AND_POSITION);
  }

  @Test
  void vectorsMadeAheadFindTheSentenceThatSharesNoWord() {
    String query = "how fast does seaweed grow";
    assertThat(asked(TIDES, query).sentence().orElseThrow().method())
        .isEqualTo(Method.WORDS_AND_POSITION);

    keepVectors(TIDES);
    assertSentence(asked(TIDES, query), TIDES, 3, Method.VECTORS_MADE_AHEAD);
  }

  @Test
  void aSearchByWordsAloneUsesNoVectors() {
    keepVectors(TIDES);
    Passage passage =
        passage(TIDES, "do tides mix nutrients", Optional.empty(), SentenceWish.AS_AVAILABLE);

    assertSentence(passage, TIDES, 2, Method.WORDS_AND_POSITION);
  }

  @Test
  void anExactWishEmbedsTheSentencesNowAndTheQueryToo() {
    String query = "how fast does seaweed grow";
    assertSentence(
        passage(TIDES, query, Optional.empty(), SentenceWish.EXACT),
        TIDES,
        3,
        Method.VECTORS_MADE_NOW);
    assertSentence(
        passage(TIDES, query, Optional.of(meaning(query)), SentenceWish.EXACT),
        TIDES,
        3,
        Method.VECTORS_MADE_NOW);
  }

  @Test
  void anExactWishForAQueryThatTheModelCannotEmbedIsRefusedWithTheReason() {
    passages = new Passages(InterceptedEmbedder.refusing(model, "seaweed"));
    assertThatThrownBy(() -> passage(TIDES, "seaweed", Optional.empty(), SentenceWish.EXACT))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith("q could not be embedded: the reason;");
  }

  @Test
  void eachPaperOfAPageTellsItsOwnMethod() {
    keepVectors(VOTES);
    String query = "second count of votes";
    try (IndexView view = index.view()) {
      assertThat(
              passages.of(
                  view,
                  List.of(VOTES, TIDES),
                  query,
                  Optional.of(meaning(query)),
                  SentenceWish.AS_AVAILABLE))
          .extracting(passage -> passage.sentence().orElseThrow().method())
          .containsExactly(Method.VECTORS_MADE_AHEAD, Method.WORDS_AND_POSITION);
    }
  }

  @Test
  void vectorsThatDoNotFitTheSentencesAreLeftAlone() {
    Embedding any = meaning("any");
    index.recordSentences(
        List.of(new SentenceVectors(TIDES.id(), TIDES.contentHash(), List.of(any))));

    assertSentence(asked(TIDES, "do tides mix nutrients"), TIDES, 2, Method.WORDS_AND_POSITION);
  }

  @Test
  void withoutAnAbstractThereIsNoSentence() {
    Paper paper = Paper.of(new PaperId("bare"), "Tides", "");
    putEmbedded(paper);

    assertThat(asked(paper, "tides").sentence()).isEmpty();
    assertThat(passage(paper, "tides", Optional.empty(), SentenceWish.EXACT).sentence()).isEmpty();
    assertThat(asked(paper, "tides").title()).containsExactly(new Span(0, 5));
  }

  @Test
  void aQueryWithoutWordsHasNoSentenceUnlessItsMeaningIsKnown() {
    assertThat(asked(TIDES, "???").sentence()).isEmpty();

    keepVectors(TIDES);
    assertThat(asked(TIDES, "???").sentence()).isPresent();
  }

  @Test
  void aTextOfVeryManySentencesIsNotEmbeddedForAnAnswer() {
    Paper paper = Paper.of(new PaperId("long"), "", "Kelp drifts on. ".repeat(150) + "Crabs eat.");
    putEmbedded(paper);

    assertSentence(
        passage(paper, "crabs", Optional.empty(), SentenceWish.EXACT),
        paper,
        150,
        Method.WORDS_AND_POSITION);
  }

  @Test
  void forOneAnswerTheSentencesOfTheFirstPapersAreEmbeddedAndNoMoreThanTheLimit() {
    String text = "Kelp drifts on. ".repeat(Passages.MAX_EMBEDDED / 2 - 1) + "Crabs eat.";
    List<Paper> papers =
        Stream.of("a", "b", "c").map(id -> Paper.of(new PaperId(id), "", text)).toList();
    putEmbedded(papers.toArray(Paper[]::new));

    assertThat(methods(List.of(papers.get(0), papers.get(1)), "crabs"))
        .containsExactly(Method.VECTORS_MADE_NOW, Method.VECTORS_MADE_NOW);
    assertThat(methods(List.of(TIDES, papers.get(0), papers.get(1), VOTES), "crabs count"))
        .containsExactly(
            Method.VECTORS_MADE_NOW,
            Method.VECTORS_MADE_NOW,
            Method.WORDS_AND_POSITION,
            Method.WORDS_AND_POSITION);
  }

  @Test
  void aTextOfTooManySentencesTakesNothingFromTheLimit() {
    Paper paper = Paper.of(new PaperId("long"), "", "Kelp drifts on. ".repeat(300));
    putEmbedded(paper);

    assertThat(methods(List.of(paper, TIDES), "kelp"))
        .containsExactly(Method.WORDS_AND_POSITION, Method.VECTORS_MADE_NOW);
  }

  private List<Method> methods(List<Paper> papers, String query) {
    try (IndexView view = index.view()) {
      return passages.of(view, papers, query, Optional.empty(), SentenceWish.EXACT).stream()
          .map(passage -> passage.sentence().orElseThrow().method())
          .toList();
    }
  }

  private void keepVectors(Paper paper) {
    List<Embedding> vectors =
        Sentences.of(paper.abstractText()).stream()
            .map(span -> model.passage(span.of(paper.abstractText())).embedding())
            .toList();
    index.recordSentences(List.of(new SentenceVectors(paper.id(), paper.contentHash(), vectors)));
  }

  private Passage asked(Paper paper, String query) {
    return passage(paper, query, Optional.of(meaning(query)), SentenceWish.AS_AVAILABLE);
  }

  private Passage passage(
      Paper paper, String query, Optional<Embedding> meaning, SentenceWish wish) {
    try (IndexView view = index.view()) {
      return passages.of(view, List.of(paper), query, meaning, wish).getFirst();
    }
  }

  private static Embedding meaning(String query) {
    return model.query(query).embedding();
  }

  private static void assertSentence(Passage passage, Paper paper, int sentence, Method method) {
    Span span = Sentences.of(paper.abstractText()).get(sentence);
    assertThat(passage.sentence()).contains(new Passage.Sentence(span, method));
  }

  private static List<String> texts(List<Span> spans, String text) {
    return spans.stream().map(span -> span.of(text)).toList();
  }
}
