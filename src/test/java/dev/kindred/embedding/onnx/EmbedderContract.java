package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every bundled model must keep. Loads the model once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EmbedderContract {
  private static final Path MODELS = Path.of("models");

  private final int maxTokens;
  private final double cosine;
  private final Embedder embedder;

  /**
   * @param cosine of the first question and its passage, in full precision
   */
  EmbedderContract(String name, int maxTokens, double cosine) {
    this.maxTokens = maxTokens;
    this.cosine = cosine;
    this.embedder = new ModelCatalog(MODELS).load(name, 2);
  }

  @AfterAll
  void close() {
    embedder.close();
  }

  @Test
  void theSameTextGivesTheSameBitsAloneAndBesideOthers() throws Exception {
    List<Embedding> alone = Questions.PAIRS.stream().map(this::passage).toList();

    List<Callable<Embedding>> calls = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      Questions.PAIRS.forEach(pair -> calls.add(() -> passage(pair)));
      Questions.PAIRS.forEach(pair -> calls.add(() -> question(pair)));
    }
    List<Embedding> together = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Embedding> result : threads.invokeAll(calls)) {
        together.add(result.get());
      }
    }

    for (int round = 0; round < 4; round++) {
      assertThat(together.subList(20 * round, 20 * round + 10)).isEqualTo(alone);
    }
  }

  @Test
  void aSecondLoadGivesTheSameBitsAndTheSameIdentity() {
    try (Embedder second = new ModelCatalog(MODELS).load(embedder.card().name(), 1)) {
      for (Questions.Pair pair : Questions.PAIRS) {
        assertThat(second.passage(pair.passage()).embedding()).isEqualTo(passage(pair));
      }
      assertThat(second.identity()).isEqualTo(embedder.identity());
    }
  }

  @Test
  void anOwnExportOfTheSameWeightsGivesTheSameBits(@TempDir Path models) throws IOException {
    export(models.resolve("own"), embedder.card().queryPrefix(), embedder.card().passagePrefix());
    try (Embedder own = new ModelCatalog(models).load("own", 1)) {
      for (Questions.Pair pair : Questions.PAIRS) {
        assertThat(own.passage(pair.passage()).embedding()).isEqualTo(passage(pair));
        assertThat(own.query(pair.question()).embedding()).isEqualTo(question(pair));
      }
    }
  }

  @Test
  void theCardsPrefixesAreAllThatIsPutBeforeAText(@TempDir Path models) throws IOException {
    ModelCard card = embedder.card();
    export(models.resolve("bare"), "", "");
    try (Embedder bare = new ModelCatalog(models).load("bare", 1)) {
      assertThat(embedder.query("soil")).isEqualTo(bare.query(card.queryPrefix() + "soil"));
      assertThat(embedder.passage("soil")).isEqualTo(bare.passage(card.passagePrefix() + "soil"));
    }
  }

  private void export(Path folder, String queryPrefix, String passagePrefix) throws IOException {
    ModelCard card = embedder.card();
    new SentenceTransformersExport(folder)
        .weightsOf(MODELS.resolve(card.name()))
        .pooling(card.pooling().name().toLowerCase(Locale.ROOT), card.dimension())
        .maxTokens(card.maxTokens())
        .prompts(queryPrefix, passagePrefix);
  }

  @Test
  void everyEmbeddingHasUnitLengthAndTheCardsDimension() {
    for (Questions.Pair pair : Questions.PAIRS) {
      float[] values = passage(pair).toArray();
      double squares = 0;
      for (float value : values) {
        squares += (double) value * value;
      }
      assertThat(values).hasSize(embedder.card().dimension());
      assertThat(squares).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void aTextOfExactlyTheLimitIsNotCutAndALongerOneIs() {
    int roomForWords = maxTokens - embedder.passage("").tokens();

    EmbeddedText full = embedder.passage("word ".repeat(roomForWords));
    EmbeddedText over = embedder.passage("word ".repeat(roomForWords + 1));

    assertThat(full.tokens()).isEqualTo(maxTokens);
    assertThat(full.truncated()).isFalse();
    assertThat(over.tokens()).isEqualTo(maxTokens);
    assertThat(over.truncated()).isTrue();
    assertThat(over.embedding()).isEqualTo(full.embedding());
  }

  @Test
  void whatStandsBeforeTheLimitCounts() {
    String beginning = "word ".repeat(maxTokens - 20);

    Embedding plain = embedder.passage(beginning).embedding();
    Embedding drought = embedder.passage(beginning + "drought").embedding();

    assertThat(drought).isNotEqualTo(plain);
  }

  @Test
  @Timeout(20)
  void aMegabyteOfTextIsCutLikeAnyOther() {
    EmbeddedText huge = embedder.passage("word ".repeat(200_000));
    EmbeddedText big = embedder.passage("word ".repeat(maxTokens));

    assertThat(huge).isEqualTo(big);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000", "\ud800", "\udc00 a", "𝒳 ≈ 日本語 ﷽", "\r\n\t\u200b"})
  void oddTextsHaveEmbeddingsToo(String text) {
    assertThat(embedder.passage(text).tokens()).isPositive();
    assertThat(embedder.query(text).truncated()).isFalse();
  }

  @Test
  void everyQuestionFindsItsPassage() {
    List<Embedding> passages = Questions.PAIRS.stream().map(this::passage).toList();
    for (int i = 0; i < passages.size(); i++) {
      Questions.Pair pair = Questions.PAIRS.get(i);
      Embedding question = question(pair);

      assertThat(passages.stream().max(Comparator.comparingDouble(question::cosine)))
          .as(pair.question())
          .contains(passages.get(i));
    }
  }

  @Test
  void theMeaningOfAKnownPairIsThatOfFullPrecision() {
    Questions.Pair pair = Questions.PAIRS.getFirst();

    assertThat(question(pair).cosine(passage(pair))).isCloseTo(cosine, within(.005));
  }

  private Embedding passage(Questions.Pair pair) {
    return embedder.passage(pair.passage()).embedding();
  }

  private Embedding question(Questions.Pair pair) {
    return embedder.query(pair.question()).embedding();
  }
}
