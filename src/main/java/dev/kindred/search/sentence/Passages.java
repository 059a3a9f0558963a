package dev.kindred.search.sentence;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.EmbeddingFailed;
import dev.kindred.index.IndexView;
import dev.kindred.index.SentenceVectors;
import dev.kindred.index.Words;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.search.sentence.Passage.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the words and the sentences to show of the papers of a page. Thread-safe. Does not own the
 * embedder.
 */
public final class Passages {
  private static final Logger log = LoggerFactory.getLogger(Passages.class);

  /** Sentences that are embedded for one answer: some seconds of a core. */
  public static final int MAX_EMBEDDED = 200;

  private final Embedder embedder;

  public Passages(Embedder embedder) {
    this.embedder = embedder;
  }

  /**
   * A passage for each paper, in order. Where there are no vectors of a paper's sentences, one is
   * chosen by words and position, and says so. On an exact wish these are, too, the papers from the
   * first on with which {@link #MAX_EMBEDDED} sentences would be exceeded.
   *
   * @param view the one the papers are from
   * @param meaning of the query; without it (a search by words only) no vectors are used, except on
   *     an exact wish, for which the query is embedded, too
   * @throws InvalidRequest if the query is to be embedded and the model cannot
   * @throws dev.kindred.paper.Rejection.Unavailable if the query is to be embedded and no worker
   *     became free
   */
  public List<Passage> of(
      IndexView view,
      List<Paper> papers,
      String query,
      Optional<Embedding> meaning,
      SentenceWish wish) {
    Map<String, Double> weights = view.weights(Words.of(query));
    List<MatchedPaper> matched =
        papers.stream().map(paper -> new MatchedPaper(paper, view, weights)).toList();
    return switch (wish) {
      case AS_AVAILABLE ->
          meaning
              .map(known -> withVectorsAhead(matched, known, view.sentenceVectors(papers)))
              .orElseGet(() -> matched.stream().map(MatchedPaper::byWords).toList());
      case EXACT -> exact(matched, meaning.orElseGet(() -> embedded(query)));
    };
  }

  private Embedding embedded(String query) {
    try {
      return embedder.query(query).embedding();
    } catch (EmbeddingFailed failed) {
      log.warn("A query could not be embedded", failed);
      throw new InvalidRequest(
          "q could not be embedded: %s; sentences=ready needs no vector of it"
              .formatted(failed.getMessage()));
    }
  }

  private static List<Passage> withVectorsAhead(
      List<MatchedPaper> matched, Embedding meaning, Map<PaperId, List<Embedding>> vectors) {
    return matched.stream()
        .map(match ->
            match.byMeaning(
                meaning,
                vectors.getOrDefault(match.paper().id(), List.of()),
                Method.VECTORS_MADE_AHEAD))
        .toList();
  }

  private List<Passage> exact(List<MatchedPaper> matched, Embedding meaning) {
    List<Passage> passages = new ArrayList<>();
    int asked = 0;
    for (MatchedPaper match : matched) {
      List<String> sentences = match.sentences();
      boolean isTooLong = sentences.size() > SentenceVectors.MAX_SENTENCES;
      asked += isTooLong ? 0 : sentences.size();
      passages.add(
          isTooLong || asked > MAX_EMBEDDED ? match.byWords() : exact(match, sentences, meaning));
    }
    return passages;
  }

  private Passage exact(MatchedPaper match, List<String> sentences, Embedding meaning) {
    try {
      List<Embedding> vectors =
          sentences.stream().map(text -> embedder.passage(text).embedding()).toList();
      return match.byMeaning(meaning, vectors, Method.VECTORS_MADE_NOW);
    } catch (EmbeddingFailed failed) {
      log.warn("A sentence of {} could not be embedded", match.paper().id(), failed);
      return match.byWords();
    }
  }
}
