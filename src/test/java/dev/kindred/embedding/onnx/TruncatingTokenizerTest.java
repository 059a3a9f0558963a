package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Model;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.Pooling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruncatingTokenizerTest {
  private static final InstalledModel MINI_LM =
      PublishedModel.read(Path.of("models/all-MiniLM-L6-v2"));
  private static Model model;
  private static TruncatingTokenizer tokenizer;

  @BeforeAll
  static void load() {
    model = OnnxEngine.withoutGraph();
    tokenizer = TruncatingTokenizer.load(MINI_LM.tokenizer(), MINI_LM.card(), model.getNDManager());
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void theFilesOwnTruncationAndPaddingAreOverruled() {
    assertThat(tokenizer.encode("word").getIds()).hasSize(3);
    assertThat(tokenizer.encode("word ".repeat(200)).getIds()).hasSize(202);
  }

  @Test
  void aLimitAboveTheUsualOneIsKept() {
    ModelCard card =
        new ModelCard("long", "", "unknown", "", 384, 2048, Pooling.MEAN, "", "", Optional.empty());
    TruncatingTokenizer patient =
        TruncatingTokenizer.load(MINI_LM.tokenizer(), card, model.getNDManager());

    assertThat(patient.encode("word ".repeat(2046)).getIds()).hasSize(2048);
    assertThat(patient.encode("word ".repeat(2047)).exceedMaxLength()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theHeadOfAHugeTextHasTheTokensOfTheWhole(long seed) throws IOException {
    String text = randomText(new Random(seed));
    try (HuggingFaceTokenizer whole = unlimited()) {
      Encoding all = whole.encode(text);
      Encoding cut = tokenizer.encode(text);

      int kept = cut.getIds().length - 1;
      assertThat(cut.exceedMaxLength()).as("seed %d", seed).isEqualTo(all.getIds().length > 256);
      assertThat(cut.getTokens()[kept]).isEqualTo("[SEP]");
      assertThat(cut.getIds()).startsWith(Arrays.copyOf(all.getIds(), kept));
    }
  }

  /** Blanks, long words, accents and symbols, so that heads of every length are looked at. */
  private static String randomText(Random random) {
    int words = 1 << (6 + random.nextInt(9));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      switch (random.nextInt(8)) {
        case 0 -> text.append(" ".repeat(1 + random.nextInt(400)));
        case 1 -> text.append("x".repeat(random.nextInt(150))).append(' ');
        case 2 -> text.append("e\u0301tude 日本 ");
        case 3 -> text.append("un-\nbelievable, ");
        default -> text.append("photosynthesis ");
      }
    }
    return text.toString();
  }

  private static HuggingFaceTokenizer unlimited() throws IOException {
    return HuggingFaceTokenizer.builder(Map.of())
        .optTokenizerPath(MINI_LM.tokenizer())
        .optTruncation(false)
        .optPadding(false)
        .build();
  }
}
