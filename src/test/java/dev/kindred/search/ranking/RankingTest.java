package dev.kindred.search.ranking;

import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.IndexedPapers;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import dev.kindred.index.Words;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest extends IndexedPapers {
  private static final int DEPTH = 100;
  private static final Embedding QUERY = vector(1, 0, 0);

  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder.resolve("store"), Samples.IDENTITY);
  }

  /**
   * @param axis of the dimensions behind the first
   */
  private static Embedding vector(float along, float aside, int axis) {
    float[] values = new float[Samples.DIMENSION];
    values[0] = along;
    values[1 + axis] = aside;
    return Embedding.normalised(values);
  }

  /** Papers that are as near to the query as each other, in directions of their own. */
  private void putTied(List<String> ids) {
    for (String id : ids) {
      Paper paper = paper(id);
      put(paper);
      Embedding vector = vector(.6f, .8f, id.charAt(0));
      index.record(List.of(Samples.embedded(paper, vector)));
    }
  }

  private RankedList list(IndexView view, String query, int depth, RankingMethod method) {
    try (Aside aside = new Aside(Runnable::run)) {
      Ranking ranking = new Ranking(view, query, Filter.NONE, depth);
      return ranking.byBoth(ranking.begin(QUERY, List.of(), aside), method);
    }
  }

  private List<RankedHit> hits(RankingMethod method) {
    try (IndexView view = index.view()) {
      return list(view, "nothing of them", DEPTH, method).hits();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcde", "edcba", "cebad"})
  void feedbackTakesTheFirstIdsOfThoseThatAreEquallyGood(String order) {
    putTied(List.of(order.split("")));
    List<RankedHit> hits = hits(RankingMethod.FEEDBACK);
    assertThat(hits).extracting(hit -> hit.id().value()).containsExactly("a", "b", "c", "d", "e");
    assertThat(hits.get(2).score()).isGreaterThan(hits.get(3).score());
  }

  @Test
  void whatIsLeftOutIsBoundByTheLastOfEachLeg() {
    put(paper("words", "Moss", "Moss on moss."), paper("more", "Ice", "Ice and moss on a rock."));
    Paper near = paper("near");
    put(near);
    index.record(List.of(Samples.embedded(near, vector(.8f, .6f, 1))));
    putTied(List.of("a", "b"));
    try (IndexView view = index.view()) {
      RankedList cut = list(view, "moss", 2, RankingMethod.FEEDBACK);
      double lastCosine = view.nearest(QUERY, 2, Filter.NONE).getLast().score();
      double lastBm25 = view.matching(Words.of("moss"), 2, Filter.NONE).getLast().score();
      assertThat(cut.nearBound()).contains(lastCosine);
      assertThat(cut.wordsBound()).contains(lastBm25);

      RankedList whole = list(view, "moss", 100, RankingMethod.FEEDBACK);
      assertThat(whole.nearBound()).isEmpty();
      assertThat(whole.wordsBound()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void equallyGoodPapersHaveEqualScoresBeforeFeedback(RankingMethod method) {
    putTied(List.of("c", "a", "b"));
    assertThat(hits(method))
        .extracting(RankedHit::score)
        .containsOnly(hits(method).getFirst().score());
  }
}
