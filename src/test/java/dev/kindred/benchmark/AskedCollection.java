package dev.kindred.benchmark;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.PassageText;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.index.Words;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.search.relevance.Evidence;
import dev.kindred.search.relevance.Evidence.Background;
import dev.kindred.search.relevance.Evidence.Meaning;
import dev.kindred.search.relevance.Evidence.WordMatch;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A real index of a collection, and what it knows of the first hits of a query. */
final class AskedCollection implements AutoCloseable {
  private static final int BATCH = 1_000;
  private static final int CANDIDATES = 100;
  private static final int BACKGROUND = 500;
  private static final double SHARE_OF_MEANING = .6;

  private final PaperIndex index;
  private final IndexView view;
  private final Embedder embedder;
  private final Collection<Embedding> background;

  private AskedCollection(PaperIndex index, Embedder embedder) {
    this.index = index;
    this.view = index.view();
    this.embedder = embedder;
    this.background = view.vectors(view.sample(BACKGROUND, 1)).values();
  }

  /** Puts papers into a new store. */
  static AskedCollection of(List<Paper> papers, Embedder embedder, Path store) {
    PaperIndex index = LuceneStore.open(store, embedder.identity());
    for (int from = 0; from < papers.size(); from += BATCH) {
      List<Paper> batch = papers.subList(from, Math.min(from + BATCH, papers.size()));
      index.put(batch);
      index.record(batch.parallelStream().map(paper -> embedded(paper, embedder)).toList());
    }
    return new AskedCollection(index, embedder);
  }

  private static EmbeddingResult embedded(Paper paper, Embedder embedder) {
    EmbeddedText text = embedder.passage(PassageText.of(paper));
    return new EmbeddingResult.Succeeded(paper.id(), paper.contentHash(), text);
  }

  IndexView view() {
    return view;
  }

  /** A hit's scores. */
  record Found(PaperId id, Evidence evidence) {
    private double fused(double bestCosine, double bestBm25) {
      Meaning meaning = evidence.meaning().orElseThrow();
      double mean = meaning.background().mean();
      double near = Math.max(0, meaning.cosine() - mean) / (bestCosine - mean);
      double matching = bestBm25 > 0 ? evidence.words().orElseThrow().bm25() / bestBm25 : 0;
      return SHARE_OF_MEANING * near + (1 - SHARE_OF_MEANING) * matching;
    }
  }

  /** The first hits by meaning and words together. */
  List<Found> first(int limit, String query) {
    Embedding embedding = embedder.query(query).embedding();
    Words words = Words.of(query);
    List<Hit> near = view.nearest(embedding, CANDIDATES, Filter.NONE);
    List<Hit> matching = view.matching(words, CANDIDATES, Filter.NONE);
    Set<PaperId> candidates = new LinkedHashSet<>();
    near.forEach(hit -> candidates.add(hit.id()));
    matching.forEach(hit -> candidates.add(hit.id()));
    double bestBm25 = matching.isEmpty() ? 0 : matching.getFirst().score();
    return evidence(embedding, words, candidates).stream()
        .sorted(
            Comparator.comparingDouble((Found hit) -> hit.fused(near.getFirst().score(), bestBm25))
                .reversed())
        .limit(limit)
        .toList();
  }

  private List<Found> evidence(Embedding embedding, Words words, Set<PaperId> candidates) {
    Background random = Background.of(embedding, background);
    Map<PaperId, Double> bm25 = view.scores(candidates, words);
    double ceiling = view.weights(words).values().stream().mapToDouble(Double::doubleValue).sum();
    int papers = view.counts().papers();
    return view.scores(candidates, embedding).entrySet().stream()
        .map(cosine ->
            new Found(
                cosine.getKey(),
                Evidence.of(
                    new Meaning(cosine.getValue(), random),
                    new WordMatch(bm25.getOrDefault(cosine.getKey(), 0.0), ceiling),
                    papers)))
        .toList();
  }

  @Override
  public void close() {
    view.close();
    index.close();
  }
}
