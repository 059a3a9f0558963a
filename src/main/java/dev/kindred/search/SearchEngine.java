package dev.kindred.search;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.PassageText;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.Order;
import dev.kindred.index.Words;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.UnknownPaper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Answers searches: embeds the query, asks one view of the index for candidates, ranks them.
 * Thread-safe. Does not own what it uses.
 */
public final class SearchEngine {
  /** One more than is shown, to know whether there are more. */
  private static final int CANDIDATES = Page.DEPTH + 1;

  private final Supplier<IndexView> index;
  private final Embedder embedder;

  public SearchEngine(Supplier<IndexView> index, Embedder embedder) {
    this.index = index;
    this.embedder = embedder;
  }

  /** Papers that answer a query, best first. */
  public SearchAnswer search(SearchQuery query) {
    return switch (query.mode()) {
      case LEXICAL -> {
        try (IndexView view = index.get()) {
          yield page(
              view,
              view.matching(Words.of(query.text()), CANDIDATES, query.filter()),
              query.page());
        }
      }
      case SEMANTIC -> {
        EmbeddedText text = embedder.query(query.text());
        try (IndexView view = index.get()) {
          List<Hit> hits = view.nearest(text.embedding(), CANDIDATES, query.filter());
          yield page(view, hits, query.page(), text.truncated());
        }
      }
      case HYBRID -> {
        EmbeddedText text = embedder.query(query.text());
        try (IndexView view = index.get()) {
          List<Hit> hits = hybrid(view, query, text.embedding());
          yield page(view, hits, query.page(), text.truncated());
        }
      }
    };
  }

  private static List<Hit> hybrid(IndexView view, SearchQuery query, Embedding embedding) {
    List<Hit> near = view.nearest(embedding, CANDIDATES, query.filter());
    Words words = Words.of(query.text());
    List<Hit> matching = view.matching(words, CANDIDATES, query.filter());
    Set<PaperId> candidates = new LinkedHashSet<>();
    near.forEach(hit -> candidates.add(hit.id()));
    matching.forEach(hit -> candidates.add(hit.id()));
    return HybridFusion.fuse(view.scores(candidates, embedding), view.scores(candidates, words));
  }

  /**
   * Papers near a paper in meaning, best first, without itself. One that is not embedded yet is
   * embedded for the purpose.
   *
   * @throws UnknownPaper if there is no such paper
   */
  public SearchAnswer similar(PaperId id, Filter filter, Page page) {
    try (IndexView view = index.get()) {
      Paper paper = view.get(id).orElseThrow(() -> new UnknownPaper(id)).paper();
      Embedding embedding = view.vectors(Set.of(id)).get(id);
      if (embedding == null) {
        embedding = embedder.passage(PassageText.of(paper)).embedding();
      }
      List<Hit> hits = new ArrayList<>(view.nearest(embedding, CANDIDATES + 1, filter));
      hits.removeIf(hit -> hit.id().equals(id));
      return page(view, hits, page);
    }
  }

  /** Papers by date, without a query; the total is that of all papers the filter leaves. */
  public SearchAnswer browse(Filter filter, Order order, Page page) {
    try (IndexView view = index.get()) {
      List<PaperId> ids = view.browse(filter, order, page.offset(), page.limit());
      List<Hit> hits = ids.stream().map(id -> new Hit(id, 0)).toList();
      return new SearchAnswer(
          results(view, hits), view.count(filter), false, page, view.counts(), false);
    }
  }

  private static SearchAnswer page(IndexView view, List<Hit> hits, Page page) {
    return page(view, hits, page, false);
  }

  private static SearchAnswer page(
      IndexView view, List<Hit> hits, Page page, boolean queryTruncated) {
    int total = Math.min(hits.size(), Page.DEPTH);
    int from = Math.min(page.offset(), total);
    int to = Math.min(from + page.limit(), total);
    return new SearchAnswer(
        results(view, hits.subList(from, to)),
        total,
        hits.size() > total,
        page,
        view.counts(),
        queryTruncated);
  }

  private static List<Result> results(IndexView view, List<Hit> hits) {
    Map<PaperId, Paper> papers = view.get(hits.stream().map(Hit::id).toList());
    List<Result> results = new ArrayList<>();
    for (Hit hit : hits) {
      Paper paper = papers.get(hit.id());
      if (paper != null) {
        results.add(new Result(paper, hit.score()));
      }
    }
    return results;
  }
}
