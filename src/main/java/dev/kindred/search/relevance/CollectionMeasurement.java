package dev.kindred.search.relevance;

import dev.kindred.embedding.CosineBand;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.search.relevance.Evidence.Background;
import dev.kindred.search.relevance.Evidence.Meaning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a collection answers to queries whose answers are known without a judge: a paper's own title
 * finds that paper, questions of many fields mostly find nothing.
 *
 * @param papers how many are embedded
 * @param titles for each title (the first sentence where there is none) its own paper's scores
 * @param questions for each question its best hit's scores
 */
public record CollectionMeasurement(int papers, List<Meaning> titles, List<Meaning> questions) {
  /** Of fewer papers neither the background nor the middle of the titles tells much. */
  public static final int MIN_PAPERS = 50;

  private static final int TITLES = 200;
  private static final int BACKGROUND = 500;
  private static final long SEED = 20;

  /** What labels come of it, as shares of the titles and of the questions. */
  public record Labels(double strongTitles, double strongQuestions, double weakQuestions) {}

  /**
   * Embeds some hundred short texts, one after the other.
   *
   * @throws Unavailable if there are too few papers with vectors
   */
  public static CollectionMeasurement take(IndexView view, Embedder embedder) {
    int papers = view.counts().embedded();
    if (papers < MIN_PAPERS) {
      throw new Unavailable(
          "%d papers are embedded; calibrating needs at least %d".formatted(papers, MIN_PAPERS));
    }
    Collection<Embedding> background = view.vectors(view.sample(BACKGROUND, SEED)).values();
    return new CollectionMeasurement(
        papers, titles(view, embedder, background), questions(view, embedder, background));
  }

  private static List<Meaning> titles(
      IndexView view, Embedder embedder, Collection<Embedding> background) {
    List<PaperId> sampled = view.sample(TITLES, SEED);
    Map<PaperId, Embedding> vectors = view.vectors(sampled);
    List<Meaning> titles = new ArrayList<>();
    for (Paper paper : view.get(sampled).values()) {
      Embedding vector = Objects.requireNonNull(vectors.get(paper.id()));
      Embedding query = embedder.query(OwnQuery.of(paper)).embedding();
      titles.add(new Meaning(query.cosine(vector), Background.of(query, background)));
    }
    return titles;
  }

  private static List<Meaning> questions(
      IndexView view, Embedder embedder, Collection<Embedding> background) {
    List<Meaning> questions = new ArrayList<>();
    for (String question : QuestionsOfManyFields.all()) {
      Embedding query = embedder.query(question).embedding();
      for (Hit best : view.nearest(query, 1, Filter.NONE)) {
        questions.add(new Meaning(best.score(), Background.of(query, background)));
      }
    }
    return questions;
  }

  /** The collection's band, or none if its titles do not stand out from foreign questions. */
  public Optional<CosineBand> band() {
    return BandMeasurement.of(cosines(questions), cosines(titles), papers);
  }

  private static List<Double> cosines(List<Meaning> measured) {
    return measured.stream().map(Meaning::cosine).toList();
  }

  /** The labels that these hits get by meaning alone. */
  public Labels labels(RelevanceEstimate estimate) {
    return new Labels(
        share(Label.STRONG, titles, estimate),
        share(Label.STRONG, questions, estimate),
        share(Label.WEAK, questions, estimate));
  }

  private double share(Label label, List<Meaning> hits, RelevanceEstimate estimate) {
    long having =
        hits.stream().filter(hit -> estimate.of(Evidence.of(hit, papers)).label() == label).count();
    return (double) having / hits.size();
  }
}
