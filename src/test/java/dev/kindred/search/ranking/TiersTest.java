package dev.kindred.search.ranking;

import static dev.kindred.index.Samples.by;
import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.inCategories;
import static dev.kindred.index.Samples.paper;
import static dev.kindred.index.Samples.withMetadata;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.IndexedPapers;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiersTest extends IndexedPapers {
  private static final int LIMIT = 1_000;

  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder.resolve("store"), Samples.IDENTITY);
  }

  /** Three papers, one word of which is rare, among thirty that share two words. */
  @BeforeEach
  void fill() {
    put(
        withMetadata(
            paper("2405.1", "Small models, large ideas", "We train Ministral on a model of ice."),
            Map.of("doi", "10.1000/Ice.1")),
        by(paper("2405.2", "Ministral in the wild", "A model of models."), "Ada Lovelace"),
        inCategories(paper("2405.3", "Sea ice", "Ice on the sea, a model ministrals."), "ice"));
    index.put(
        IntStream.range(0, 30)
            .mapToObj(i -> paper("other-" + i, "A model", "Common words of a model."))
            .toList());
  }

  private Tiers tiers(String query, Filter filter, int limit) {
    try (IndexView view = index.view()) {
      return Tiers.of(view, query, filter, limit);
    }
  }

  private Map<PaperId, Tier> of(String query) {
    return tiers(query, Filter.NONE, LIMIT).of();
  }

  private static Map<PaperId, Tier> named(String id) {
    return Map.of(id(id), Tier.NAMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2405.1",
        "10.1000/ice.1",
        "https://doi.org/10.1000/ICE.1",
        "small MODELS large ideas"
      })
  void idDoiAndTitleNameAPaper(String query) {
    assertThat(of(query)).containsEntry(id("2405.1"), Tier.NAMED);
  }

  @Test
  void aCompoundThatFewPapersHaveCountsAsOneWord() {
    put(
        paper("2405.4", "On Model-7", "A model of models."),
        paper("2405.5", "Seven", "7 models of common words, 7 words of a model."));
    assertThat(of("model-7")).isEqualTo(Map.of(id("2405.4"), Tier.RARE));
    assertThat(of("how common is Model-7")).isEqualTo(Map.of(id("2405.4"), Tier.RARE));
  }

  @Test
  void aCompoundCountsAsOneWhereItsRarePartTellsTooLittle() {
    put(
        paper("2405.4", "Qwenta-2.5-72X-Instruct", "A model of models."),
        paper("2405.5", "Instruct", "72X models of common words, 2.5 words of a model."),
        paper("2405.6", "Qwenta", "A model of words."),
        paper("2405.7", "Qwenta and others", "A model to instruct."));
    assertThat(of("Qwenta-2.5-72X-Instruct common words")).containsOnlyKeys(id("2405.4"));
  }

  @Test
  void aCompoundDoesNotHideAWordThatIsRareByItself() {
    assertThat(of("Ministral-model")).containsOnlyKeys(id("2405.1"), id("2405.2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show me Ministral papers please",
        "anything about Ministral here?",
        "which papers use Ministral?",
        "what is the Ministral model good at?",
        "hi, has anyone heard of Ministral, or does somebody mention it?"
      })
  void wordsThatOnlyAskTakeNothingFromARareOne(String query) {
    IntStream.range(0, 3)
        .forEach(
            i -> put(paper("show-" + i, "What papers show", "Good papers use what they show.")));
    assertThat(of(query)).containsOnlyKeys(id("2405.1"), id("2405.2"));
  }

  @Test
  void wordsThatOnlyAskAreLookedForWhereThereIsNothingElse() {
    put(paper("2405.4", "What papers show", "A model."));
    assertThat(of("show papers")).containsOnlyKeys(id("2405.4"));
  }

  @Test
  void thePapersOfSomebodyStandAboveOthersHoweverMany() {
    index.put(
        IntStream.range(0, 12)
            .mapToObj(i -> by(paper("by-" + i, "A model", "Words."), "Ada L. Cohen"))
            .toList());
    assertThat(of("Cohen")).hasSize(12).containsValue(Tier.RARE);
    assertThat(of("ada cohen")).hasSize(12);
    assertThat(of("Cohen Ada")).hasSize(12);
    assertThat(of("show me papers by Cohen")).hasSize(12);
    assertThat(tiers("Cohen", Filter.NONE, 5).of()).hasSize(5);
    assertThat(tiers("Cohen", new Filter.Category("ice"), LIMIT).of()).isEmpty();
  }

  @Test
  void aNameThatIsAWordOfTheCollectionLiftsNobody() {
    put(by(paper("2405.4", "On ice", "Ice."), "Bo Model"));
    assertThat(of("model")).isEmpty();
  }

  @Test
  void aLetterAloneIsNoRareWord() {
    put(paper("2405.6", "Variables", "T is a variable."));
    assertThat(of("T")).isEmpty();
    assertThat(of("T words")).isEmpty();
  }

  @Test
  void aNameAmongOtherWordsIsFoundByItsPartsTogether() {
    assertThat(of("papers on wild things by Ada Lovelace"))
        .isEqualTo(Map.of(id("2405.2"), Tier.RARE));
  }

  @Test
  void theFullNameOfAnAuthorNamesItsPapersAndAPartDoesNot() {
    assertThat(of("Ada Lovelace")).isEqualTo(named("2405.2"));
    assertThat(of("ada lovelace's model")).doesNotContainEntry(id("2405.2"), Tier.NAMED);
  }

  @Test
  void thePapersWithTheRareWordStandAboveOthers() {
    Tiers tiers = tiers("a model of Ministral", Filter.NONE, LIMIT);
    assertThat(tiers.of()).isEqualTo(Map.of(id("2405.1"), Tier.RARE, id("2405.2"), Tier.RARE));
    assertThat(tiers.exactly()).containsExactly("ministral");
    assertThat(tiers.notFound()).isEmpty();
  }

  @Test
  void aNamedPaperIsNotMerelyRare() {
    assertThat(of("Ministral in the wild")).containsEntry(id("2405.2"), Tier.NAMED);
  }

  @Test
  void commonWordsLiftNothing() {
    Tiers tiers = tiers("common words", Filter.NONE, LIMIT);
    assertThat(tiers.of()).isEmpty();
    assertThat(tiers.exactly()).isEmpty();
  }

  @Test
  void theFilterIsRespected() {
    Filter ice = new Filter.Category("ice");
    assertThat(tiers("ministrals", ice, LIMIT).of()).containsOnlyKeys(id("2405.3"));
    Tiers tiers = tiers("Ministral", ice, LIMIT);
    assertThat(tiers.of()).isEmpty();
    assertThat(tiers.notFound()).containsExactly("ministral");
    assertThat(tiers("2405.1", ice, LIMIT).of()).isEmpty();
  }

  @Test
  void whatIsQuotedMustBeThereAsItStands() {
    assertThat(of("\"common words\"")).hasSize(30).containsValue(Tier.RARE);
    assertThat(of("\"words common\"")).isEmpty();
    assertThat(of("\"model\" \"ministral\"")).containsOnlyKeys(id("2405.1"), id("2405.2"));
    assertThat(of("\"on the sea\" ministral")).containsOnlyKeys(id("2405.3"));
  }

  @Test
  void aPhraseThatFewHoldIsNotLostAmongThoseThatManyHold() {
    assertThat(tiers("\"model\" \"on the sea\"", Filter.NONE, 2).of())
        .containsOnlyKeys(id("2405.3"));
  }

  @Test
  void whatIsQuotedAndInNoPaperIsTold() {
    Tiers tiers = tiers("\"sea ice\" \"land ice\" \"ministral\"", Filter.NONE, LIMIT);
    assertThat(tiers.of()).isEmpty();
    assertThat(tiers.exactly()).containsExactly("sea ice", "land ice", "ministral");
    assertThat(tiers.notFound()).containsExactly("land ice");
    assertThat(tiers.withoutPapers().notFound()).containsExactly("land ice");
  }

  @Test
  void deletedAndReplacedPapersDoNotCount() {
    List<Paper> many =
        IntStream.range(0, 6).mapToObj(i -> paper("m" + i, "Quokka", "A quokka.")).toList();
    index.put(many);
    assertThat(of("quokka")).as("six are too many").doesNotContainValue(Tier.RARE);
    index.delete(id("m0"));
    put(paper("m1", "Wombat", "A wombat."));
    assertThat(of("a quokka"))
        .containsOnlyKeys(id("m2"), id("m3"), id("m4"), id("m5"))
        .containsValue(Tier.RARE);
  }

  @Test
  void theLimitHolds() {
    assertThat(tiers("\"model\"", Filter.NONE, 7).of()).hasSize(7);
  }
}
