package dev.kindred.benchmark;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.PassageText;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.search.ranking.Aside;
import dev.kindred.search.ranking.QueryMeaning;
import dev.kindred.search.ranking.RankedList;
import dev.kindred.search.ranking.Ranking;
import dev.kindred.search.ranking.RankingMethod;
import dev.kindred.search.relevance.Evidence;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** A real index of a collection, and what it knows of the first hits of a query. */
final class AskedCollection implements AutoCloseable {
  private static final int BATCH = 1_000;
  private static final int BACKGROUND = 500;

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
  record Found(PaperId id, Evidence evidence) {}

  /** The first hits, ranked as a search ranks them. */
  List<Found> first(int limit, String query) {
    try (Aside aside = new Aside(Runnable::run)) {
      Ranking ranking = new Ranking(view, query, Filter.NONE, Ranking.DEPTH);
      QueryMeaning meaning = ranking.begin(embedder.query(query).embedding(), background, aside);
      RankedList ranked = ranking.byBoth(meaning, RankingMethod.FEEDBACK);
      return ranked.hits().stream()
          .limit(limit)
          .map(hit -> new Found(hit.id(), ranked.evidence(hit)))
          .toList();
    }
  }

  @Override
  public void close() {
    view.close();
    index.close();
  }
}
