package dev.kindred.index;

import static dev.kindred.index.Samples.embedding;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the candidates of a search must keep in every implementation. */
public abstract class CandidatesContract extends IndexedPapers {
  @Test
  void candidatesHaveTheScoresAndRanksOfTheListsTheyAreFrom() {
    List<Paper> papers = someEmbedded(300);
    put(paper("pending", "A title of p007", ""));
    Embedding query = embedding(99);
    Words words = Words.of("p007 p011 title");

    try (IndexView view = index.view()) {
      List<Hit> near = view.nearest(query, 20, Filter.NONE);
      List<Hit> matching = view.matching(words, 10, Filter.NONE);
      List<PaperId> others = List.of(papers.get(200).id(), near.getFirst().id(), id("pending"));
      Candidates candidates = view.candidates(near, matching, others, words);

      Set<PaperId> expected = new HashSet<>(others);
      near.forEach(hit -> expected.add(hit.id()));
      matching.forEach(hit -> expected.add(hit.id()));
      List<PaperId> ids = IntStream.range(0, candidates.size()).mapToObj(candidates::id).toList();
      assertThat(ids).containsExactlyInAnyOrderElementsOf(expected);
      for (int place = 0; place < candidates.size(); place++) {
        PaperId id = ids.get(place);
        assertThat(candidates.place(id)).isEqualTo(place);
        assertThat(candidates.nearRanks()[place]).isEqualTo(rank(id, near));
        assertThat(candidates.matchRanks()[place]).isEqualTo(rank(id, matching));
        assertThat((double) candidates.cosines(query)[place])
            .isEqualTo(view.scores(List.of(id), query).getOrDefault(id, Double.NaN));
        assertThat((double) candidates.bm25()[place])
            .isEqualTo(view.scores(List.of(id), words).getOrDefault(id, 0.0));
      }
      int[] two = {candidates.place(id("pending")), candidates.place(papers.get(200).id())};
      assertThat(candidates.vectors(two))
          .containsExactlyElementsOf(view.vectors(List.of(papers.get(200).id())).values());
    }
  }

  /** From 1; 0 where it is not. */
  private static int rank(PaperId id, List<Hit> hits) {
    return hits.stream().map(Hit::id).toList().indexOf(id) + 1;
  }

  @Test
  void hitsOfAnotherViewAreNoCandidates() {
    putEmbedded(paper("a"));

    try (IndexView view = index.view();
        IndexView other = index.view()) {
      List<Hit> near = other.nearest(embedding(1), 1, Filter.NONE);
      List<Hit> matching = other.matching(Words.of("title"), 1, Filter.NONE);
      assertThat(near).isNotEmpty();
      assertThat(matching).isNotEmpty();
      assertThatThrownBy(() -> view.candidates(near, List.of(), List.of(), Words.of("title")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> view.candidates(List.of(), matching, List.of(), Words.of("title")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void candidatesOfNothingAreNone() {
    putEmbedded(paper("a"));

    try (IndexView view = index.view()) {
      Candidates none = view.candidates(List.of(), List.of(), List.of(), Words.of("title"));
      assertThat(none.size()).isZero();
      assertThat(none.cosines(embedding(1))).isEmpty();
      assertThat(none.bm25()).isEmpty();
      assertThat(none.vectors(new int[0])).isEmpty();
    }
  }
}
