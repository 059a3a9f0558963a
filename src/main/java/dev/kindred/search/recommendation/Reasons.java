package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.index.Words;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells why papers are recommended. Thread-safe; good for any view of the same collection. */
public final class Reasons {
  private static final int SHOWN_WORDS = 5;

  /** More than are searched for: two papers of one subject may share few of the best 25. */
  private static final int TELLING_WORDS = 60;

  /** Of the words that more papers have are "approach" and "using". */
  private static final double COMMON_SHARE = .1;

  /** A word of no more papers than these is never common. */
  private static final double COMMON_PAPERS = 3;

  /** Shorter words are units and variables. */
  private static final int MIN_LETTERS = 3;

  /** The idf in a weight is of single precision. */
  private static final double ROUNDING = 1e-6;

  private final List<ResolvedExample> liked;

  Reasons(List<ResolvedExample> liked) {
    this.liked = List.copyOf(liked);
  }

  /** What is liked, in the order of the examples. */
  public List<Embedding> liked() {
    return liked.stream().map(ResolvedExample::embedding).toList();
  }

  /** How much room these take, roughly. */
  public long bytes() {
    return liked.stream()
        .mapToLong(example ->
            (long) Character.BYTES * example.text().length()
                + (long) Float.BYTES * example.embedding().dimension())
        .sum();
  }

  /** The reasons for some papers, say of one page; none for those that no longer exist. */
  public Map<PaperId, Because> of(Collection<PaperId> ids, IndexView view) {
    Map<PaperId, Embedding> vectors = view.vectors(ids);
    Map<Integer, Map<String, Double>> telling = new HashMap<>();
    Map<PaperId, Because> reasons = new HashMap<>();
    for (Paper paper : view.get(ids).values()) {
      Embedding vector = vectors.get(paper.id());
      List<Token> tokens = view.tokens(text(paper));
      int nearest = vector == null ? mostWords(tokens, view, telling) : nearest(vector);
      List<String> words = shared(text(paper), tokens, telling(nearest, view, telling));
      reasons.put(paper.id(), because(nearest, vector, words));
    }
    return reasons;
  }

  private static String text(Paper paper) {
    return paper.title() + "\n" + paper.abstractText();
  }

  private Because because(int index, @Nullable Embedding vector, List<String> words) {
    ResolvedExample example = liked.get(index);
    Optional<PaperId> id =
        switch (example.example()) {
          case Example.OfPaper(var paper) -> Optional.of(paper);
          case Example.OfText _ -> Optional.empty();
        };
    OptionalDouble cosine =
        vector == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(vector.cosine(example.embedding()));
    return new Because(index, id, cosine, words);
  }

  private int nearest(Embedding vector) {
    return IntStream.range(0, liked.size())
        .boxed()
        .max(Comparator.comparingDouble(i -> vector.cosine(liked.get(i).embedding())))
        .orElseThrow();
  }

  private int mostWords(
      List<Token> tokens, IndexView view, Map<Integer, Map<String, Double>> telling) {
    return IntStream.range(0, liked.size())
        .boxed()
        .max(Comparator.comparingDouble(i -> weight(tokens, telling(i, view, telling))))
        .orElseThrow();
  }

  private static double weight(List<Token> tokens, Map<String, Double> weights) {
    return tokens.stream()
        .flatMap(token -> token.stem().stream())
        .distinct()
        .mapToDouble(stem -> weights.getOrDefault(stem, 0.0))
        .sum();
  }

  /** What the terms of an example weigh; looked up once for a page. */
  private Map<String, Double> telling(
      int example, IndexView view, Map<Integer, Map<String, Double>> known) {
    return known.computeIfAbsent(example, i -> telling(liked.get(i), view));
  }

  /** Without those that say nothing of the subject, however often the example has them. */
  private static Map<String, Double> telling(ResolvedExample example, IndexView view) {
    Map<String, Double> weights = new HashMap<>(view.weights(words(example)));
    Map<String, Integer> counts = new HashMap<>();
    for (Token token : view.tokens(example.text())) {
      token.stem().ifPresent(stem -> counts.merge(stem, 1, Integer::sum));
    }
    double least = leastIdf(view.counts().papers());
    weights
        .entrySet()
        .removeIf(word -> word.getValue() / counts.getOrDefault(word.getKey(), 1) < least);
    return weights;
  }

  /** That of a word of so many papers that it tells them apart no more; as BM25 has it. */
  static double leastIdf(int papers) {
    double having = Math.max(COMMON_PAPERS, COMMON_SHARE * papers);
    return Math.log(1 + (papers - having + .5) / (having + .5)) - ROUNDING;
  }

  private static Words words(ResolvedExample example) {
    return new Words(example.text(), false, TELLING_WORDS);
  }

  private static List<String> shared(String text, List<Token> tokens, Map<String, Double> weights) {
    Map<String, String> written = new LinkedHashMap<>();
    for (Token token : tokens) {
      token
          .stem()
          .filter(stem -> stem.length() >= MIN_LETTERS && weights.containsKey(stem))
          .ifPresent(stem -> written.putIfAbsent(stem, text.substring(token.start(), token.end())));
    }
    return written.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                (Map.Entry<String, String> word) -> -weights.getOrDefault(word.getKey(), 0.0)))
        .limit(SHOWN_WORDS)
        .map(Map.Entry::getValue)
        .toList();
  }
}
