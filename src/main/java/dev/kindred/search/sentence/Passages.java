package dev.kindred.search.sentence;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.EmbeddingFailed;
import dev.kindred.index.IndexView;
import dev.kindred.index.SentenceVectors;
import dev.kindred.index.Words;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.search.sentence.Passage.Method;
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

  private final Embedder embedder;

  public Passages(Embedder embedder) {
    this.embedder = embedder;
  }

  /**
   * A passage for each paper, in order. Where there are no vectors of a paper's sentences, one is
   * chosen by words and position, and says so.
   *
   * @param view the one the papers are from
   * @param meaning of the query; without it (a search by words only) no vectors are used, except on
   *     an exact wish, for which the query is embedded, too
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
      case EXACT -> {
        Embedding known = meaning.orElseGet(() -> embedder.query(query).embedding());
        yield matched.stream().map(paper -> exact(paper, known)).toList();
      }
    };
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

  private Passage exact(MatchedPaper match, Embedding meaning) {
    List<String> sentences = match.sentences();
    if (sentences.size() > SentenceVectors.MAX_SENTENCES) {
      return match.byWords();
    }
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
