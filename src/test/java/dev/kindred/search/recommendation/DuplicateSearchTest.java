package dev.kindred.search.recommendation;

import static dev.kindred.search.recommendation.Vectors.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.UnknownPaper;
import dev.kindred.search.recommendation.DuplicateGroup.Link;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the sample papers and some copies of them, with a real model and index. */
class DuplicateSearchTest {
  private static final String CORAL = "sample-coral-larvae-heat-hardening";
  private static final String GLACIER = "sample-glacier-surge-basal-water";
  private static final String MOTHS = "sample-moth-pollination-streetlights";

  @TempDir private static Path folder;
  private static SamplePapers samples;

  @BeforeAll
  static void fillTheIndex() throws IOException {
    samples = new SamplePapers(folder.resolve("store"));
    Paper moths = samples.get(MOTHS);
    samples.embed(
        List.of(
            samples.version(CORAL, "coral-v2"),
            samples.version(CORAL, "a-coral-v3"),
            samples.version(GLACIER, "glacier-v2"),
            Paper.of(id("z-moths"), moths.title(), "Lamps keep moths from flowers at night.")));
    samples.index.put(List.of(Paper.of(id("pending-glacier"), "", text(GLACIER))));
  }

  private static String text(String id) {
    return samples.get(id).abstractText();
  }

  @AfterAll
  static void close() {
    samples.close();
  }

  private static List<String> pairs(List<DuplicatePair> pairs) {
    return pairs.stream().map(pair -> pair.first().id() + " = " + pair.second().id()).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 50, 1_000})
  void aWalkTellsEachPairOnceHoweverLongItsStepsAre(int step) {
    List<DuplicatePair> pairs = new ArrayList<>();
    int examined = 0;
    try (IndexView view = samples.index.view()) {
      DuplicateSearch search = new DuplicateSearch(view, DuplicateSearch.DEFAULT_SIMILARITY);
      Optional<PaperId> next = Optional.empty();
      do {
        DuplicateSearch.Part part = search.examine(next, step);
        pairs.addAll(part.pairs());
        examined += part.examined();
        next = part.next();
      } while (next.isPresent());
      assertThat(examined).isEqualTo(view.counts().papers());
    }
    assertThat(pairs(pairs))
        .containsExactlyInAnyOrder(
            "a-coral-v3 = coral-v2",
            "a-coral-v3 = " + CORAL,
            "coral-v2 = " + CORAL,
            "glacier-v2 = " + GLACIER,
            "glacier-v2 = pending-glacier",
            "pending-glacier = " + GLACIER,
            MOTHS + " = z-moths");
  }

  @Test
  void onePaperHasItsOwn() {
    try (IndexView view = samples.index.view()) {
      DuplicateSearch search = new DuplicateSearch(view, .75);
      List<DuplicatePair> pairs = search.of(id(MOTHS));
      assertThat(pairs(pairs)).containsExactly(MOTHS + " = z-moths");
      assertThat(pairs.getFirst().sameTitle()).isTrue();
      assertThat(pairs.getFirst().similarity()).isBetween(.75, .8);
      assertThat(pairs.getFirst().cosine()).isPresent();
      assertThat(search.of(id("sample-sea-ice-leads-radar"))).isEmpty();
    }
  }

  @Test
  void aPaperThatIsNotEmbeddedIsFoundByItsWords() {
    try (IndexView view = samples.index.view()) {
      List<DuplicatePair> pairs = new DuplicateSearch(view, .75).of(id("pending-glacier"));
      assertThat(pairs(pairs)).contains("pending-glacier = " + GLACIER);
      assertThat(pairs).allSatisfy(pair -> assertThat(pair.cosine()).isEmpty());
    }
  }

  @Test
  void aHigherSimilarityLeavesLess() {
    try (IndexView view = samples.index.view()) {
      assertThat(new DuplicateSearch(view, .99).of(id(MOTHS))).isEmpty();
      assertThat(new DuplicateSearch(view, .5).of(id(CORAL))).hasSize(2);
    }
  }

  @Test
  void connectedPairsMakeAGroup() {
    try (IndexView view = samples.index.view()) {
      DuplicateSearch search = new DuplicateSearch(view, .75);
      List<DuplicateGroup> groups =
          DuplicateGroup.of(
              search.examine(Optional.empty(), 1_000).pairs().stream()
                  .map(pair -> new Link(pair.first().id(), pair.second().id(), pair.similarity()))
                  .toList());
      assertThat(groups).hasSize(3);
      Set<PaperId> seen = new HashSet<>();
      groups.forEach(group -> seen.addAll(group.papers()));
      assertThat(seen).hasSize(8);
      assertThat(groups.getLast().papers()).containsExactly(id(MOTHS), id("z-moths"));
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    try (IndexView view = samples.index.view()) {
      assertThatThrownBy(() -> new DuplicateSearch(view, .2))
          .isInstanceOf(InvalidRequest.class)
          .hasMessage("min_similarity is 0.2; it must be 0.5 to 1");
      assertThatThrownBy(() -> new DuplicateSearch(view, .75).of(id("none")))
          .isInstanceOf(UnknownPaper.class);
    }
  }
}
