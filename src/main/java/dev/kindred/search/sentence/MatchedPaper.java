package dev.kindred.search.sentence;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.paper.Paper;
import dev.kindred.paper.sentence.Sentences;
import dev.kindred.paper.sentence.Span;
import dev.kindred.search.sentence.Passage.Method;
import dev.kindred.search.sentence.Passage.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A paper, where its words match a query's, and how much of the query each sentence has. */
final class MatchedPaper {
  private final Paper paper;
  private final Map<String, Double> weights;
  private final List<Span> title;
  private final List<Token> matches;
  private final List<Span> sentences;

  /**
   * Looks at the words of a paper.
   *
   * @param weights of the query's stems
   */
  MatchedPaper(Paper paper, IndexView view, Map<String, Double> weights) {
    this.paper = paper;
    this.weights = weights;
    this.title = Highlights.of(view.tokens(paper.title(), weights.keySet()));
    this.matches = view.tokens(paper.abstractText(), weights.keySet());
    this.sentences = Sentences.of(paper.abstractText());
  }

  Paper paper() {
    return paper;
  }

  List<String> sentences() {
    return sentences.stream().map(span -> span.of(paper.abstractText())).toList();
  }

  /** Without a sentence if there is none, or the query has no words either. */
  Passage byWords() {
    return sentences.isEmpty() || weights.isEmpty()
        ? passage(Optional.empty())
        : passage(SentenceChoice.byWordsAndPlace(coverage()), Method.WORDS_AND_POSITION);
  }

  /**
   * As {@link #byWords} unless there is a vector for each sentence.
   *
   * @param how the vectors came to be
   */
  Passage byMeaning(Embedding query, List<Embedding> vectors, Method how) {
    if (sentences.isEmpty() || vectors.size() != sentences.size()) {
      return byWords();
    }
    double[] cosines = vectors.stream().mapToDouble(query::cosine).toArray();
    return passage(SentenceChoice.byWordsPlaceAndMeaning(coverage(), cosines), how);
  }

  private double[] coverage() {
    return SentenceWords.coverage(sentences, matches, weights);
  }

  private Passage passage(int best, Method how) {
    return passage(Optional.of(new Sentence(sentences.get(best), how)));
  }

  private Passage passage(Optional<Sentence> sentence) {
    return new Passage(title, Highlights.of(matches), sentence);
  }
}
