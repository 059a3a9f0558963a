package dev.kindred.evaluation;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.EmbeddingFailed;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.Workers;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.paper.Paper;
import dev.kindred.search.SearchEngine;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchSettings;
import dev.kindred.search.ranking.RankingMethod;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Puts a judged collection into an empty index and asks all its queries in each mode, through the
 * search engine that serves users. Runs once, on one thread and its own workers; {@link #stop} and
 * {@link #progress} may be called from others. Owns nothing of what it uses.
 */
public final class Evaluation {
  private static final int BATCH = 1_000;

  /** What is being done. */
  public enum Phase {
    STORING,
    EMBEDDING,
    ASKING,
    /** Looking at every paper, to see how many of the nearest a graph finds. */
    COMPARING
  }

  /**
   * How far it has come.
   *
   * @param total of the phase; 0 while nobody knows
   */
  public record Progress(Phase phase, int done, int total) {}

  /**
   * What the workers do now.
   *
   * @param before how much they had done before
   */
  private record Step(Phase phase, int before, int total) {}

  private final JudgedCollection collection;
  private final PaperIndex index;
  private final CachedEmbedder embedder;
  private final RankingMethod method;
  private final Ranker ranker;
  private final Workers workers;
  private volatile Step step = new Step(Phase.STORING, 0, 0);

  /**
   * @param method how the hybrid mode ranks
   */
  public Evaluation(
      JudgedCollection collection,
      PaperIndex index,
      CachedEmbedder embedder,
      RankingMethod method) {
    this.collection = collection;
    this.index = index;
    this.embedder = embedder;
    this.method = method;
    SearchSettings settings =
        new SearchSettings(method, () -> embedder.card().band(), InstantSource.system());
    this.ranker = new Ranker(new SearchEngine(index::view, embedder, settings));
    this.workers = new Workers(embedder.workers());
  }

  /** Measures what is planned; empty if it was stopped before the end. */
  public Optional<Report> run(EvaluationPlan plan) {
    try {
      store();
      if (plan.needsVectors()) {
        embed();
      }
      return Optional.of(report(plan));
    } catch (CancellationException stopped) {
      return Optional.empty();
    }
  }

  /** Ends it after the papers and queries in hand; what was embedded stays in the cache. */
  public void stop() {
    workers.stop();
  }

  public Progress progress() {
    Step now = step;
    return new Progress(now.phase, Math.min(workers.done() - now.before, now.total), now.total);
  }

  private void begin(Phase phase, int total) {
    step = new Step(phase, workers.done(), total);
  }

  private void store() {
    for (List<Paper> batch : batches()) {
      index.put(batch);
      requireGoingOn();
    }
  }

  private List<List<Paper>> batches() {
    List<Paper> papers = collection.papers();
    return IntStream.iterate(0, from -> from < papers.size(), from -> from + BATCH)
        .mapToObj(from -> papers.subList(from, Math.min(from + BATCH, papers.size())))
        .toList();
  }

  private void requireGoingOn() {
    if (workers.isStopped()) {
      throw new CancellationException();
    }
  }

  /** Into the cache first, from there into the index: memory never holds all vectors. */
  private void embed() {
    List<String> missing =
        collection.papers().stream()
            .map(PassageText::of)
            .filter(text -> embedder.known(text).isEmpty())
            .distinct()
            .toList();
    begin(Phase.EMBEDDING, missing.size());
    workers.each(missing, this::embed);
    for (List<Paper> batch : batches()) {
      index.record(batch.stream().flatMap(paper -> result(paper).stream()).toList());
      requireGoingOn();
    }
  }

  private boolean embed(String text) {
    try {
      embedder.passage(text);
      return true;
    } catch (EmbeddingFailed failed) {
      return false; // The report counts it: it is not in the index's vectors.
    }
  }

  /** How many tokens there were is not in the cache, and searching does not ask. */
  private Optional<EmbeddingResult> result(Paper paper) {
    return embedder
        .known(PassageText.of(paper))
        .map(embedding ->
            new EmbeddingResult.Succeeded(
                paper.id(), paper.contentHash(), new EmbeddedText(embedding, 0, false)));
  }

  private Report report(EvaluationPlan plan) {
    begin(Phase.ASKING, plan.modes().size() * collection.queries().size());
    List<ModeResult> results = new ArrayList<>();
    for (SearchMode mode : plan.modes()) {
      results.add(ModeResult.of(mode, ask(mode), plan.seed()));
    }
    Optional<NeighbourRecall> neighbours =
        plan.needsVectors() ? Optional.of(neighbours(plan.scannedAtMost())) : Optional.empty();
    return new Report(
        collection,
        embedder.card().name(),
        method,
        plan.seed(),
        results,
        plan.compared()
            .or(() -> ModePair.obvious(results))
            .map(pair -> comparison(pair, results, plan.seed())),
        neighbours,
        remarks(plan));
  }

  private List<RankedQuery> ask(SearchMode mode) {
    return workers.each(
        collection.queries(), query -> RankedQuery.of(query, ranker.ranked(query.text(), mode)));
  }

  private static Comparison comparison(ModePair pair, List<ModeResult> results, long seed) {
    return Comparison.of(of(pair.first(), results), of(pair.second(), results), seed);
  }

  private static ModeResult of(SearchMode mode, List<ModeResult> results) {
    return results.stream().filter(result -> result.mode() == mode).findFirst().orElseThrow();
  }

  private NeighbourRecall neighbours(int scannedAtMost) {
    begin(Phase.COMPARING, collection.queries().size());
    try (IndexView view = index.view()) {
      double recall =
          workers
              .each(
                  collection.queries(),
                  query -> NeighbourRecall.of(view, embedder.query(query.text()).embedding()))
              .stream()
              .mapToDouble(Double::doubleValue)
              .average()
              .orElseThrow();
      return new NeighbourRecall(recall, view.counts().embedded() > scannedAtMost);
    }
  }

  private Map<Remark, Integer> remarks(EvaluationPlan plan) {
    Map<Remark, Integer> remarks = new EnumMap<>(Remark.class);
    remarks.putAll(collection.remarks());
    if (plan.needsVectors()) {
      try (IndexView view = index.view()) {
        remarks.put(
            Remark.PAPERS_NOT_EMBEDDED, collection.papers().size() - view.counts().embedded());
      }
    }
    return remarks;
  }
}
