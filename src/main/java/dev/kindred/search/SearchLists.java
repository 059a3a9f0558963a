package dev.kindred.search;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.index.IndexView;
import dev.kindred.index.Selection;
import dev.kindred.index.Words;
import dev.kindred.search.Facets.Scope;
import dev.kindred.search.ranking.RankedList;
import dev.kindred.search.ranking.Ranking;
import dev.kindred.search.relevance.RelevanceEstimate;
import dev.kindred.search.sentence.Passages;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Makes the lists of searches: embeds, ranks, cuts. Thread-safe. */
final class SearchLists {
  private final QueryEmbeddings embeddings;
  private final Passages passages;
  private final BackgroundPapers background;
  private final SearchSettings settings;

  SearchLists(Embedder embedder, BackgroundPapers background, SearchSettings settings) {
    this.embeddings = new QueryEmbeddings(embedder);
    this.background = background;
    this.passages = new Passages(embedder);
    this.settings = settings;
  }

  ResultList list(IndexView view, SearchQuery query) {
    Ranking ranking = new Ranking(view, query.text(), query.filter(), Page.DEPTH);
    if (query.mode() == SearchMode.LEXICAL) {
      RelevanceEstimate withoutMeaning = new RelevanceEstimate(Optional.empty());
      return list(view, query, ranking.byWords(), withoutMeaning, Optional.empty());
    }
    EmbeddedText text = embeddings.of(query.text());
    RankedList ranked = ranked(ranking, query.mode(), text.embedding(), background.of(view));
    RelevanceEstimate estimate = new RelevanceEstimate(settings.band().get());
    return list(view, query, ranked, estimate, Optional.of(text));
  }

  private RankedList ranked(
      Ranking ranking, SearchMode mode, Embedding query, Collection<Embedding> random) {
    return mode == SearchMode.SEMANTIC
        ? ranking.byMeaning(query, random)
        : ranking.byBoth(query, random, settings.method());
  }

  private ResultList list(
      IndexView view,
      SearchQuery query,
      RankedList ranked,
      RelevanceEstimate estimate,
      Optional<EmbeddedText> text) {
    CutList cut = CutList.of(ranked, estimate, query.shape().leastRelevance());
    List<JudgedHit> hits = new Ordering(view, query.shape()).of(cut.hits());
    List<JudgedHit> listed = hits.subList(0, Math.min(hits.size(), Page.DEPTH));
    ListSummary summary =
        new ListSummary(
            listed.size(),
            cut.mayMissSome() || hits.size() > listed.size(),
            Optional.of(cut.fit()),
            cut.leftOut(),
            facets(view, query, listed),
            new Spelling(view).of(query.text()),
            ranked.tiers().notFound(),
            text.map(EmbeddedText::truncated).orElse(false),
            view.counts());
    return new ResultList(
        view.state(),
        listed.stream().map(JudgedHit::asHit).toList(),
        summary,
        new SearchDetails(passages, query, text.map(EmbeddedText::embedding), ranked, listed));
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
            new Selection.Listed(listed.stream().map(hit -> hit.hit().id()).toList()));
  }
}
