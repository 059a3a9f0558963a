package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.Pooling;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportedModelTest {
  @TempDir private Path folder;
  private SentenceTransformersExport export;

  @BeforeEach
  void writeAnExport() throws IOException {
    export =
        new SentenceTransformersExport(folder)
            .file("onnx/model.onnx", "weights")
            .file("tokenizer.json", "{}")
            .pooling("cls", 768)
            .maxTokens(512)
            .prompts("ask: ", "tell: ");
  }

  @Test
  void theCardComesFromTheExportsOwnFiles() throws IOException {
    export.file("README.md", "---\ntags: [x]\nlicense: mit\n---\n# A model\nlicense: none\n");

    assertThat(card())
        .isEqualTo(
            new ModelCard(
                folder.getFileName().toString(),
                "a sentence-transformers export",
                "mit",
                "its own folder",
                768,
                512,
                Pooling.CLS,
                "ask: ",
                "tell: ",
                Optional.empty()));
  }

  @Test
  void aLicenceThatNobodyStatesIsUnknown() throws IOException {
    assertThat(card().licence()).isEqualTo("unknown");
    export.file("README.md", "# A model\nlicense: mit\n");
    assertThat(card().licence()).isEqualTo("unknown");
  }

  @Test
  void meanPoolingIsKnown() throws IOException {
    export.pooling("mean", 384);

    assertThat(card().pooling()).isEqualTo(Pooling.MEAN);
  }

  @Test
  void otherPoolingsAreRefusedByName() throws IOException {
    export.pooling("max", 384);
    refuses("asks for the pooling pooling_mode_max_tokens");

    export.pooling("none", 384);
    refuses("asks for the pooling none");

    export.file(
        "1_Pooling/config.json",
        "{\"pooling_mode_cls_token\": true, \"pooling_mode_mean_tokens\": true}");
    refuses("pooling_mode_cls_token and pooling_mode_mean_tokens");
  }

  @Test
  void aMissingPoolingConfigIsNamed() throws IOException {
    export.without("1_Pooling/config.json");

    refuses(Path.of("1_Pooling", "config.json") + " is missing");
  }

  @Test
  void theDimensionMayStandInTheModelsConfig() throws IOException {
    export.file("1_Pooling/config.json", "{\"pooling_mode_cls_token\": true}");
    refuses("config.json is missing");

    export.file("config.json", "{\"hidden_size\": 1024}");
    assertThat(card().dimension()).isEqualTo(1024);
  }

  @ParameterizedTest
  @CsvSource({
    // max_seq_length, model_max_length, max_position_embeddings, tokens
    "256, 512, 512, 256",
    "null, 256, 512, 256",
    "null, 1e30, 512, 512",
    "null, null, 514, 514",
    "1024, 512, 512, 512",
    "8192, null, null, 8192",
  })
  void theLimitIsTheModelsOwnWithinItsPositions(
      String stated, String tokenizer, String positions, int tokens) throws IOException {
    limits(stated, tokenizer, positions);

    assertThat(card().maxTokens()).isEqualTo(tokens);
  }

  @Test
  void anExportThatNamesNoLimitIsRefused() throws IOException {
    limits("null", "1e30", "null");

    refuses("how many tokens the model reads");
  }

  private void limits(String stated, String tokenizer, String positions) throws IOException {
    export
        .file("sentence_bert_config.json", "{\"max_seq_length\": %s}".formatted(stated))
        .file("tokenizer_config.json", "{\"model_max_length\": %s}".formatted(tokenizer))
        .file("config.json", "{\"max_position_embeddings\": %s}".formatted(positions));
  }

  @Test
  void promptsMayBeMissingOrTheDefaultForAll() throws IOException {
    export.file("config_sentence_transformers.json", "{\"prompts\": {}}");
    assertThat(card().queryPrefix()).isEmpty();
    assertThat(card().passagePrefix()).isEmpty();

    export.file(
        "config_sentence_transformers.json",
        """
        {"prompts": {"query": "q: ", "general": "g: "}, "default_prompt_name": "general"}\
        """);
    assertThat(card().queryPrefix()).isEqualTo("q: ");
    assertThat(card().passagePrefix()).isEqualTo("g: ");

    export.without("config_sentence_transformers.json");
    assertThat(card().passagePrefix()).isEmpty();
  }

  @Test
  void aMeanWithoutThePromptIsRefused() throws IOException {
    export.file(
        "1_Pooling/config.json",
        """
        {"word_embedding_dimension": 8, "pooling_mode_mean_tokens": true,
         "include_prompt": false}\
        """);

    refuses("include_prompt is false");
  }

  @Test
  void aStepBehindThePoolingIsRefused() throws IOException {
    export.file("modules.json", modules("Transformer", "Pooling", "Normalize"));
    assertThat(card().dimension()).isEqualTo(768);

    export.file("modules.json", modules("Transformer", "Pooling", "Dense"));
    refuses("lists a module Dense, which is not supported");
  }

  private static String modules(String... types) {
    StringBuilder json = new StringBuilder("[");
    for (String type : types) {
      json.append(json.length() > 1 ? "," : "")
          .append("{\"type\": \"sentence_transformers.models.%s\"}".formatted(type));
    }
    return json.append("]").toString();
  }

  @Test
  void theOnlyGraphIsTakenWhateverItsName() throws IOException {
    export.without("onnx/model.onnx").file("onnx/model_qint8_avx512_vnni.onnx", "weights");

    assertThat(ExportedModel.read(folder).graph())
        .isEqualTo(folder.resolve("onnx/model_qint8_avx512_vnni.onnx"));
  }

  @Test
  void amongSeveralGraphsTheUsualNameWins() throws IOException {
    export.file("onnx/model_quantized.onnx", "weights");

    assertThat(ExportedModel.read(folder).graph()).isEqualTo(folder.resolve("onnx/model.onnx"));
  }

  @Test
  void severalGraphsOfOtherNamesAreRefusedByName() throws IOException {
    export
        .without("onnx/model.onnx")
        .file("onnx/model_O1.onnx", "weights")
        .file("onnx/model_O2.onnx", "weights");

    refuses("several graphs", "onnx/model_O1.onnx, onnx/model_O2.onnx");
  }

  @Test
  void weightsBesideTheGraphArePartOfTheIdentity() throws IOException {
    export.file("onnx/model.onnx_data", "one");
    String before = ExportedModel.read(folder).content().weights();
    export.file("onnx/model.onnx_data", "two");

    assertThat(ExportedModel.read(folder).content().weights()).isNotEqualTo(before);
  }

  @Test
  void aMissingTokenizerIsNamed() throws IOException {
    export.without("tokenizer.json");

    refuses("tokenizer.json is missing");
  }

  private ModelCard card() {
    return ExportedModel.read(folder).card();
  }

  private void refuses(String... messageParts) {
    assertThatThrownBy(this::card)
        .isInstanceOf(UnusableModel.class)
        .hasMessageContainingAll(messageParts);
  }
}
