package dev.kindred.search;

import dev.kindred.embedding.CosineBand;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.paper.PaperId;
import dev.kindred.search.recommendation.Because;
import dev.kindred.search.recommendation.NearDuplicate;
import dev.kindred.search.recommendation.RankedPaper;
import dev.kindred.search.recommendation.RankedPapers;
import dev.kindred.search.recommendation.Reasons;
import dev.kindred.search.recommendation.Recommender;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the lists of papers that are like others. Thread-safe. */
final class RecommendedLists {
  private final Recommender recommender;
  private final BackgroundPapers background;
  private final Supplier<Optional<CosineBand>> band;

  RecommendedLists(
      Embedder embedder, BackgroundPapers background, Supplier<Optional<CosineBand>> band) {
    this.recommender = new Recommender(embedder, Page.DEPTH);
    this.background = background;
    this.band = band;
  }

  ResultList similar(IndexView view, SimilarQuery query) {
    Collection<Embedding> random = background.of(view);
    return list(
        view,
        recommender.similar(view, query.id(), query.filter(), query.diversity(), random),
        random);
  }

  ResultList recommended(IndexView view, RecommendationQuery query) {
    Collection<Embedding> random = background.of(view);
    return list(view, recommender.recommend(view, query.wish(), random), random);
  }

  private ResultList list(IndexView view, RankedPapers ranked, Collection<Embedding> random) {
    List<PaperId> ids = ranked.papers().stream().map(RankedPaper::id).toList();
    ListSummary summary =
        new ListSummary(
            ranked.papers().size(),
            ranked.mayHaveMore(),
            RecommendedFit.of(view, ranked.reasons().liked(), ids, random, band.get()),
            0,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            ranked.textTruncated(),
            view.counts(),
            ranked.known());
    return new ResultList(
        view.state(),
        ranked.papers().stream().map(paper -> new Hit(paper.id(), paper.score())).toList(),
        ranked.reasons().bytes(),
        summary,
        new Details(ranked));
  }

  /** Why each paper is there, and what it stands for. */
  private static final class Details implements ResultList.Details {
    private final Reasons reasons;
    private final Map<PaperId, List<NearDuplicate>> also = new HashMap<>();

    Details(RankedPapers ranked) {
      this.reasons = ranked.reasons();
      for (RankedPaper paper : ranked.papers()) {
        if (!paper.also().isEmpty()) {
          also.put(paper.id(), paper.also());
        }
      }
    }

    @Override
    public List<Result> of(List<ResultList.Found> found, IndexView view, Showing showing) {
      Map<PaperId, Because> because =
          reasons.of(found.stream().map(one -> one.paper().id()).toList(), view);
      List<Result> results = new ArrayList<>();
      for (ResultList.Found one : found) {
        PaperId id = one.paper().id();
        results.add(
            new Result(
                one.paper(),
                one.hit().score(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(because.get(id)),
                also.getOrDefault(id, List.of())));
      }
      return results;
    }

    @Override
    public long alsoBytes() {
      return also.values().stream().mapToLong(NearDuplicate::bytes).sum();
    }
  }
}
