package dev.kindred.index;

import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.inCategories;
import static dev.kindred.index.Samples.paper;
import static dev.kindred.index.Samples.withMetadata;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperDraft;
import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link IndexView} must find by what papers are called as a whole. */
public abstract class NamedPapersContract extends IndexedPapers {

  @ParameterizedTest
  @CsvSource({
    "'Über naïve Bayes: e\uFB03cient?', true",
    "uber NAIVE bayes efficient, true",
    "'  \"Über naïve Bayes - efficient\" ', true",
    "'U\u0308ber nai\u0308ve Bayes, efficient', true",
    "naive bayes efficient, false",
    "uber naive bayes, false",
    "uber naive bayes efficient classifiers, false",
    "uber bayes naive efficient, false",
  })
  void aWholeTitleIsFoundWhateverItsCaseAccentsAndPunctuation(String title, boolean found) {
    put(paper("a", "Über naïve Bayes: e\uFB03cient?", "Text"), paper("b", "Other", "Text"));

    assertThat(named(title)).isEqualTo(found ? ids("a") : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "2405.01234, true",
    "arXiv:2405.01234, true",
    "arxiv: 2405.01234, true",
    "https://arxiv.org/abs/2405.01234, true",
    "arxiv.org/pdf/2405.01234.pdf, true",
    "https://arxiv.org/pdf/2405.01234, true",
    "https://example.org/abs/2405.01234, false",
    "arXiv:2405.01234 [cs.CL], true",
    "2405.01234v2, true",
    "arXiv:2405.01234v3, true",
    "10.48550/arXiv.2405.01234, true",
    "https://doi.org/10.48550/arXiv.2405.01234, true",
    "<2405.01234>, true",
    "(arXiv:2405.01234)., true",
    "https://huggingface.co/papers/2405.01234, true",
    "arXiv:2405.012345, false",
    "see arXiv:2405.01234, false",
  })
  void anIdOfArxivIsFoundAsPeoplePasteIt(String text, boolean found) {
    put(paper("2405.01234"), paper("2405.01235"));

    assertThat(named(text)).isEqualTo(found ? ids("2405.01234") : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "Jane Doe, a b c",
    "'Doe, Jane', a b c",
    "'jane   DOE', a b c",
    "Doe Jane, b",
    "Jane, ''",
    "Doe, ''",
    "Jane Q. Doe, ''",
    "Kurt Godel, a",
    "Kurt Gödel, a",
    "Jane Doe Kurt Gödel, ''",
    "J.-P. Serre, c",
    "J P Serre, c",
    "李明, c",
    "'Mustermann, Erika, Dr.', c",
    "Erika Mustermann, ''",
  })
  void anAuthorIsFoundByTheFullNameInEitherOrder(String name, String found) {
    put(
        by(paper("a"), "Jane Doe", "Kurt Gödel"),
        by(paper("b"), "Doe, Jane"),
        by(paper("c"), "Jane Doe", "J.-P. Serre", "李明", "Mustermann, Erika, Dr."));

    assertThat(named(name)).isEqualTo(found.isEmpty() ? List.of() : ids(found.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1000/Ab-12(3)",
        "10.1000/AB-12(3)",
        "doi:10.1000/ab-12(3)",
        "DOI: 10.1000/ab-12(3)",
        "doi 10.1000/ab-12(3)",
        "https://doi.org/10.1000/ab-12(3)",
        "http://dx.doi.org/10.1000/ab-12(3)",
        "HTTPS://WWW.DOI.ORG/10.1000/AB-12%283%29",
        "doi.org/10.1000/ab-12(3)",
        " info:doi/10.1000/ab-12(3). ",
      })
  void aDoiIsFoundInAllItsForms(String doi) {
    put(
        paper("10.1000/ab-12(3)"),
        at(paper("byUrl"), "https://doi.org/10.1000/AB-12%283%29"),
        withMetadata(paper("byField"), Map.of("DOI", "https://doi.org/10.1000/ab-12(3)")),
        withMetadata(paper("byList"), Map.of("Doi", List.of("10.1/no", "10.1000/ab-12(3)"))),
        paper("doi:10.1000/AB-12(3)"),
        withMetadata(paper("other"), Map.of("doi", "10.1000/ab-12(33)", "x", "10.1000/ab-12(3)")),
        at(paper("elsewhere"), "https://example.org/10.1000/ab-12(3)"));

    assertThat(named(doi))
        .isEqualTo(ids("10.1000/ab-12(3)", "byField", "byList", "byUrl", "doi:10.1000/AB-12(3)"));
  }

  @Test
  void anIdIsFoundAsItIsWritten() {
    put(paper("cs/0112017"), paper("Knuth.84"), paper("é"));

    assertThat(named("cs/0112017")).isEqualTo(ids("cs/0112017"));
    assertThat(named(" Knuth.84 ")).isEqualTo(ids("Knuth.84"));
    assertThat(named("knuth.84")).isEmpty();
    assertThat(named("e\u0301")).isEqualTo(ids("é"));
  }

  @Test
  void allWhoAreCalledSoComeInTheOrderOfTheirIds() {
    put(
        paper("z", "Mamba", ""),
        by(paper("b"), "Mamba"),
        paper("Mamba", "Snakes", ""),
        inCategories(paper("c", "MAMBA!", ""), "x"));

    assertThat(named("Mamba")).isEqualTo(ids("Mamba", "b", "c", "z"));
    assertThat(named("Mamba", 2, Filter.NONE)).isEqualTo(ids("Mamba", "b"));
    assertThat(named("Mamba", 9, new Filter.Category("x"))).isEqualTo(ids("c"));
    assertThat(named("Mamba", 0, Filter.NONE)).isEmpty();
  }

  @Test
  void deletedAndReplacedPapersAreNotCalledSoAnyMore() {
    putEmbedded(paper("a", "Mamba", ""), paper("b", "Mamba", ""));
    index.delete(id("a"));
    put(paper("b", "Cobra", ""));

    assertThat(named("mamba")).isEmpty();
    assertThat(named("cobra")).isEqualTo(ids("b"));
    assertThat(named("a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "?", "\u0000", ",", "10.1000/", "doi:"})
  void aNameWithoutAWordIsNobodys(String name) {
    put(by(paper("a", "?", "\u2022"), ",", "?"));

    assertThat(named(name)).isEmpty();
  }

  @Test
  void evenTheLongestTitleIsFoundWhole() {
    String longest = "\uFDFA".repeat(2_000) + " 文".repeat(1_500);
    put(paper("a", longest, ""), paper("b", longest.substring(1), ""));

    assertThat(named(longest)).isEqualTo(ids("a"));
    assertThat(named(longest.substring(1))).isEqualTo(ids("b"));
  }

  private static Paper at(Paper paper, String url) {
    return new PaperDraft().id(paper.id().value()).title(paper.title()).url(url).toPaper();
  }

  private List<PaperId> named(String name) {
    return named(name, 100, Filter.NONE);
  }

  private List<PaperId> named(String name, int limit, Filter filter) {
    try (IndexView view = index.view()) {
      return view.named(name, limit, filter);
    }
  }
}
