package dev.kindred.index;

import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.inCategories;
import static dev.kindred.index.Samples.paper;
import static dev.kindred.index.Samples.published;
import static dev.kindred.index.Samples.withMetadata;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.Facet.Value;
import dev.kindred.index.FacetField.AuthorName;
import dev.kindred.index.FacetField.Category;
import dev.kindred.index.FacetField.Metadata;
import dev.kindred.index.FacetField.Year;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How every {@link IndexView} must count papers by their values. */
public abstract class FacetContract extends IndexedPapers {
  private static final Selection ALL = new Selection.Filtered(Filter.NONE);

  @Test
  void papersAreCountedByCategoryMostFirstThenByName() {
    put(
        inCategories(paper("a"), "cs.CL", "stat"),
        inCategories(paper("b"), "cs.CL", "math"),
        inCategories(paper("c"), "cs.CL", "cs.CL"),
        paper("d"));

    assertThat(facet(new Category(), ALL, 10))
        .isEqualTo(
            new Facet(
                new Category(),
                List.of(new Value("cs.CL", 3), new Value("math", 1), new Value("stat", 1)),
                3));
    assertThat(facet(new Category(), ALL, 2).values())
        .containsExactly(new Value("cs.CL", 3), new Value("math", 1));
    assertThat(facet(new Category(), ALL, 0)).isEqualTo(new Facet(new Category(), List.of(), 3));
  }

  @Test
  void namesOfAuthorsAreGivenBackAsTheyAreWritten() {
    put(by(paper("a"), "Kurt Gödel", "Ada Lovelace"), by(paper("b"), "Kurt Gödel", "Kurt Gödel"));

    assertThat(facet(new AuthorName(), ALL, 10).values())
        .containsExactly(new Value("Kurt Gödel", 2), new Value("Ada Lovelace", 1));
  }

  @Test
  void yearsComeNewestFirst() {
    put(published(paper("a"), "2023-05"), published(paper("b"), "2024"), paper("undated"));
    put(published(paper("c"), "2023"), published(paper("d"), "0987"));

    assertThat(facet(new Year(), ALL, 10).values())
        .containsExactly(new Value("2024", 1), new Value("2023", 2), new Value("0987", 1));
    assertThat(facet(new Year(), ALL, 1)).extracting(Facet::distinct).isEqualTo(3);
  }

  @Test
  void metadataAreCountedByNameAndValueOfEveryKind() {
    put(
        withMetadata(paper("a"), Map.of("venue", "ACL", "score", 2)),
        withMetadata(paper("b"), Map.of("venue", List.of("ACL", "ACL", " EMNLP "), "score", 2.0)),
        withMetadata(paper("c"), Map.of("venue", true, "score", new BigDecimal("-0.50"))),
        withMetadata(paper("d"), Map.of("venue2", "ACL", "venue", Map.of("name", "ACL"))));

    assertThat(facet(new Metadata("venue"), ALL, 10).values())
        .containsExactly(new Value("ACL", 2), new Value("EMNLP", 1), new Value("true", 1));
    assertThat(facet(new Metadata("score"), ALL, 10).values())
        .containsExactly(new Value("2", 2), new Value("-0.5", 1));
    assertThat(facet(new Metadata("ven"), ALL, 10).values()).isEmpty();
    assertThat(facet(new Metadata("unknown"), ALL, 10).values()).isEmpty();
  }

  @Test
  void onlyTheSelectedPapersAreCounted() {
    put(
        inCategories(published(paper("a", "Mamba", ""), "2023"), "x"),
        inCategories(published(paper("b", "Mambas", ""), "2024"), "x"),
        inCategories(published(paper("c", "Cobra", ""), "2024"), "y"),
        inCategories(paper("d", "Cobra mamba", ""), "y"));
    Filter x = new Filter.Category("x");

    assertThat(categories(new Selection.Filtered(x))).isEqualTo(Map.of("x", 2));
    assertThat(categories(new Selection.Matching(Words.of("mamba"), Filter.NONE)))
        .isEqualTo(Map.of("x", 2, "y", 1));
    assertThat(categories(new Selection.Matching(Words.of("cobra mamba"), x)))
        .isEqualTo(Map.of("x", 2));
    assertThat(categories(new Selection.Matching(Words.of(" ?"), Filter.NONE))).isEmpty();
    assertThat(categories(new Selection.Listed(ids("d", "a", "d", "none"))))
        .isEqualTo(Map.of("x", 1, "y", 1));
    assertThat(categories(new Selection.Listed(List.of()))).isEmpty();
  }

  @Test
  void deletedAndReplacedPapersDoNotCountAndPendingOnesDo() {
    putEmbedded(inCategories(paper("a"), "x"), inCategories(paper("b"), "x"));
    put(inCategories(paper("c"), "x"));
    index.delete(id("a"));
    put(inCategories(paper("b"), "y"));

    assertThat(categories(ALL)).isEqualTo(Map.of("x", 1, "y", 1));
    assertThat(categories(new Selection.Listed(ids("a", "b")))).isEqualTo(Map.of("y", 1));
  }

  @Test
  void severalFieldsAreCountedAtOnceAlsoOfPapersThatCameApart() {
    for (int i = 0; i < 30; i++) {
      put(published(inCategories(paper("p" + i), "c" + i % 3), "20" + (10 + i % 5)));
    }
    put(paper("bare"));

    try (IndexView view = index.view()) {
      List<Facet> facets = view.facets(List.of(new Year(), new Category()), ALL, 100);

      assertThat(facets).extracting(Facet::field).containsExactly(new Year(), new Category());
      assertThat(facets.getFirst().values())
          .isEqualTo(IntStream.range(0, 5).mapToObj(i -> new Value("20" + (14 - i), 6)).toList());
      assertThat(facets.getLast().values())
          .isEqualTo(IntStream.range(0, 3).mapToObj(i -> new Value("c" + i, 10)).toList());
    }
  }

  private Facet facet(FacetField field, Selection selection, int limit) {
    try (IndexView view = index.view()) {
      return view.facets(List.of(field), selection, limit).getFirst();
    }
  }

  private Map<String, Integer> categories(Selection selection) {
    return facet(new Category(), selection, 100).values().stream()
        .collect(java.util.stream.Collectors.toMap(Value::name, Value::papers));
  }
}
