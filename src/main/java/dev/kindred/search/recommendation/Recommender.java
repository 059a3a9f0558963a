package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.Words;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.UnknownPaper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds papers like other papers: near in meaning and sharing their telling words. Thread-safe.
 * Does not own the embedder. A list is made once, from candidates of a fixed depth; near-duplicates
 * in it are folded.
 */
public final class Recommender {
  /** A question of more terms takes longer than it gains. */
  private static final int MAX_TERMS = 100;

  private final Embedder embedder;
  private final int depth;

  /**
   * @param depth how many candidates are taken by meaning, how many by words, and how many are
   *     ranked
   */
  public Recommender(Embedder embedder, int depth) {
    this.embedder = embedder;
    this.depth = depth;
  }

  /**
   * What papers are to be.
   *
   * @param filter leaves those that may be recommended
   */
  public record Wish(Examples examples, Strategy strategy, Filter filter, Diversity diversity) {}

  /**
   * Papers like one paper, without itself. One that is not embedded yet is embedded for the
   * purpose.
   *
   * @param random vectors of papers drawn at random, some hundred, to tell what is near
   * @throws UnknownPaper if there is no such paper
   */
  public RankedPapers similar(
      IndexView view,
      PaperId id,
      Filter filter,
      Diversity diversity,
      Collection<Embedding> random) {
    if (view.get(id).isEmpty()) {
      throw new UnknownPaper(id);
    }
    return recommend(view, new Wish(Examples.of(id), Strategy.MEAN, filter, diversity), random);
  }

  /**
   * Papers like the liked examples and unlike the disliked ones, without the examples themselves,
   * what is known, and near-duplicates of either.
   *
   * @param random vectors of papers drawn at random, some hundred, to tell what is near
   * @throws InvalidRequest naming the examples that are no papers of the collection
   */
  public RankedPapers recommend(IndexView view, Wish wish, Collection<Embedding> random) {
    Examples examples = wish.examples();
    ExampleReading reading = new ExampleReading(view, embedder, examples.papers());
    List<ResolvedExample> liked = reading.read(examples.positive());
    List<ResolvedExample> disliked = reading.read(examples.negative());
    Preference preference = preference(wish.strategy(), liked, disliked, random);
    CandidateList candidates = CandidateList.find(view, wish, preference, words(liked), depth);
    List<Folded> folded =
        Folding.fold(candidates.hits(), candidates.vectors(), candidates.known(), view);
    boolean truncated =
        Stream.of(liked, disliked).flatMap(List::stream).anyMatch(ResolvedExample::truncated);
    return new RankedPapers(
        ordered(folded, candidates, wish.diversity()),
        candidates.mayHaveMore(),
        knownAgain(folded, candidates.known()),
        new Reasons(liked),
        truncated);
  }

  private static Words words(List<ResolvedExample> liked) {
    return liked.size() == 1
        ? liked.getFirst().words()
        : new Words(
            liked.stream().map(ResolvedExample::text).collect(Collectors.joining("\n")),
            false,
            MAX_TERMS);
  }

  private static Preference preference(
      Strategy strategy,
      List<ResolvedExample> liked,
      List<ResolvedExample> disliked,
      Collection<Embedding> random) {
    return switch (strategy) {
      case MEAN -> new MeanPreference(embeddings(liked), embeddings(disliked), random);
      case BEST_SCORE -> new BestScorePreference(embeddings(liked), embeddings(disliked), random);
    };
  }

  private static List<Embedding> embeddings(List<ResolvedExample> examples) {
    return examples.stream().map(ResolvedExample::embedding).toList();
  }

  private static List<RankedPaper> ordered(
      List<Folded> folded, CandidateList candidates, Diversity diversity) {
    Map<PaperId, List<NearDuplicate>> also = new HashMap<>();
    List<Hit> hits = new ArrayList<>();
    for (Folded paper : folded) {
      if (!candidates.known().contains(paper.hit().id())) {
        hits.add(paper.hit());
        also.put(paper.hit().id(), paper.also());
      }
    }
    return diversity.order(hits, candidates.vectors()).stream()
        .map(hit -> new RankedPaper(hit.id(), hit.score(), also.getOrDefault(hit.id(), List.of())))
        .toList();
  }

  private static Map<PaperId, List<NearDuplicate>> knownAgain(
      List<Folded> folded, Set<PaperId> known) {
    Map<PaperId, List<NearDuplicate>> again = new HashMap<>();
    for (Folded paper : folded) {
      List<NearDuplicate> news =
          paper.also().stream().filter(also -> !known.contains(also.id())).toList();
      if (known.contains(paper.hit().id()) && !news.isEmpty()) {
        again.put(paper.hit().id(), news);
      }
    }
    return again;
  }
}
