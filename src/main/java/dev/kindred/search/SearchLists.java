package dev.kindred.search;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.index.IndexView;
import dev.kindred.index.Selection;
import dev.kindred.index.Words;
import dev.kindred.search.Facets.Scope;
import dev.kindred.search.ranking.Aside;
import dev.kindred.search.ranking.Aside.Pending;
import dev.kindred.search.ranking.QueryMeaning;
import dev.kindred.search.ranking.RankedList;
import dev.kindred.search.ranking.Ranking;
import dev.kindred.search.relevance.RelevanceEstimate;
import dev.kindred.search.sentence.Passages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the lists of searches: embeds, ranks, cuts. Thread-safe. */
final class SearchLists {
  /** Of the query's vector, and some more. */
  private static final int VECTOR_BYTES = 4_000;

  private static final Duration IDLE = Duration.ofMinutes(1);

  private final QueryEmbeddings embeddings;
  private final Passages passages;
  private final BackgroundPapers background;
  private final SearchSettings settings;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final Executor threads = threads(cores);
  private final AtomicInteger underway = new AtomicInteger();

  SearchLists(Embedder embedder, BackgroundPapers background, SearchSettings settings) {
    this.embeddings = new QueryEmbeddings(embedder);
    this.background = background;
    this.passages = new Passages(embedder);
    this.settings = settings;
  }

  /** One for each search that finds a core free; they end where nobody has searched for a while. */
  private static Executor threads(int cores) {
    int most = Math.max(1, cores - 1);
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("search-aside-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /**
   * A query's candidates in their order.
   *
   * @param text none if meaning was not asked for
   */
  private record Ranked(
      RankedList list,
      RelevanceEstimate estimate,
      Optional<EmbeddedText> text,
      Optional<DidYouMean> meant) {}

  ResultList list(IndexView view, SearchQuery query) {
    int searches = underway.incrementAndGet();
    try (Aside aside = new Aside(searches < cores ? threads : Runnable::run)) {
      Ranking ranking = new Ranking(view, query.text(), query.filter(), Ranking.DEPTH);
      return list(
          view,
          query,
          query.mode() == SearchMode.LEXICAL
              ? byWords(view, query, ranking, aside)
              : byMeaning(view, query, ranking, aside));
    } finally {
      underway.decrementAndGet();
    }
  }

  private static Ranked byWords(IndexView view, SearchQuery query, Ranking ranking, Aside aside) {
    Pending<Optional<DidYouMean>> meant = meant(view, query, aside);
    RelevanceEstimate withoutMeaning = new RelevanceEstimate(Optional.empty());
    return new Ranked(ranking.byWords(), withoutMeaning, Optional.empty(), meant.result());
  }

  /** The legs are as long as each other, so spelling comes when one of them is over. */
  private Ranked byMeaning(IndexView view, SearchQuery query, Ranking ranking, Aside aside) {
    EmbeddedText text = embeddings.of(query.text());
    QueryMeaning meaning = ranking.begin(text.embedding(), background.of(view), aside);
    RelevanceEstimate estimate = new RelevanceEstimate(settings.band().get());
    if (query.mode() == SearchMode.SEMANTIC) {
      return new Ranked(ranking.byMeaning(meaning), estimate, Optional.of(text), Optional.empty());
    }
    Pending<Optional<DidYouMean>> meant = meant(view, query, aside);
    RankedList list = ranking.byBoth(meaning, settings.method());
    return new Ranked(list, estimate, Optional.of(text), meant.result());
  }

  private static Pending<Optional<DidYouMean>> meant(
      IndexView view, SearchQuery query, Aside aside) {
    return aside.begin(() -> new Spelling(view).of(query.text()));
  }

  private ResultList list(IndexView view, SearchQuery query, Ranked ranked) {
    CutList cut = cut(view, query, ranked);
    List<JudgedHit> hits = new Ordering(view, query.shape()).of(cut.hits());
    PackedHits listed = new PackedHits(hits.subList(0, Math.min(hits.size(), Page.DEPTH)));
    ListSummary summary =
        new ListSummary(
            listed.size(),
            cut.mayMissSome() || hits.size() > listed.size(),
            Optional.of(cut.fit()),
            cut.leftOut(),
            facets(view, query, listed),
            ranked.meant(),
            ranked.list().tiers().notFound(),
            ranked.text().map(EmbeddedText::truncated).orElse(false),
            view.counts());
    return new ResultList(
        view.state(),
        listed.asHits(),
        VECTOR_BYTES,
        summary,
        new SearchDetails(
            passages, query, ranked.text().map(EmbeddedText::embedding), ranked.list(), listed));
  }

  /**
   * To a query without any word some papers are nearest, too, but none fits. Whoever filters has
   * said what fits: then all that the filter leaves is shown.
   */
  private static CutList cut(IndexView view, SearchQuery query, Ranked ranked) {
    boolean saysNothing =
        view.tokens(query.text()).isEmpty() && ranked.list().tiers().of().isEmpty();
    OptionalDouble least = query.shape().leastRelevance();
    boolean mayBeEmpty = query.filter().isEmpty();
    return saysNothing && mayBeEmpty && least.isEmpty()
        ? CutList.nothingOf(ranked.list())
        : CutList.of(ranked.list(), ranked.estimate(), least, mayBeEmpty);
  }

  private static Optional<Facets> facets(
      IndexView view, SearchQuery query, List<JudgedHit> listed) {
    return query.mode() == SearchMode.LEXICAL
        ? ListMaking.facets(
            view,
            query.shape().facets(),
            Scope.ALL_MATCHING,
            new Selection.Matching(Words.of(query.text()), query.filter()))
        : ListMaking.facets(
            view,
            query.shape().facets(),
            Scope.LISTED,
            new Selection.Listed(listed.stream().map(JudgedHit::id).toList()));
  }
}
