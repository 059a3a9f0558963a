package dev.kindred.benchmark;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.PassageText;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.sentence.Sentences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What is embedded to measure it.
 *
 * @param passages papers of usual length
 * @param queries beginnings of sentences, each of {@link #QUERY_TOKENS} tokens
 */
public record EmbedTexts(List<String> passages, List<String> queries) {
  /** Without the prefix of the model and its special tokens. */
  static final int QUERY_TOKENS = 12;

  private static final int PASSAGES = 40;
  private static final int QUERIES = 100;

  /** A word has one token or more. */
  private static final int FEWEST_WORDS = 5;

  public EmbedTexts {
    passages = List.copyOf(passages);
    queries = List.copyOf(queries);
  }

  /**
   * Draws them from papers: of the half that is neither long nor short.
   *
   * @param embedder counts tokens
   * @throws InvalidRequest if the papers have too little text for it
   */
  public static EmbedTexts drawn(List<Paper> papers, Embedder embedder, long seed) {
    List<Paper> drawn =
        new ArrayList<>(
            papers.stream()
                .sorted(Comparator.comparingInt(paper -> PassageText.of(paper).length()))
                .skip(papers.size() / 4)
                .limit(Math.max(1, papers.size() / 2))
                .toList());
    Collections.shuffle(drawn, new Random(seed));
    List<String> queries =
        drawn.stream()
            .flatMap(paper ->
                Sentences.of(paper.abstractText()).stream()
                    .map(span -> paper.abstractText().substring(span.start(), span.end())))
            .flatMap(sentence -> query(sentence, embedder).stream())
            .limit(QUERIES)
            .toList();
    if (queries.isEmpty()) {
      throw new InvalidRequest(
          "the texts hold no sentence of %d tokens to make a query of".formatted(QUERY_TOKENS));
    }
    return new EmbedTexts(drawn.stream().limit(PASSAGES).map(PassageText::of).toList(), queries);
  }

  /** The beginning of a sentence that has just so many tokens, if there is one. */
  private static Optional<String> query(String sentence, Embedder embedder) {
    int always = embedder.query("").tokens();
    List<String> words = List.of(sentence.split("\\s+"));
    for (int count = FEWEST_WORDS; count <= Math.min(words.size(), QUERY_TOKENS); count++) {
      String query = String.join(" ", words.subList(0, count));
      int tokens = embedder.query(query).tokens() - always;
      if (tokens >= QUERY_TOKENS) {
        return tokens == QUERY_TOKENS ? Optional.of(query) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
