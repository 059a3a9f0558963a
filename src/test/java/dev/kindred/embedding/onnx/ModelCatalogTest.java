package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.CosineBand;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.Pooling;
import dev.kindred.embedding.onnx.ListedModel.Unusable;
import dev.kindred.embedding.onnx.ListedModel.Usable;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogTest {
  private static final Path BUNDLED = Path.of("models");
  private static final String MINI_LM = "all-MiniLM-L6-v2";

  @TempDir private Path models;
  private Path copy;
  private ModelCatalog catalog;

  @BeforeEach
  void copyAModel() throws IOException {
    catalog = new ModelCatalog(models);
    copy = Files.createDirectory(models.resolve(MINI_LM));
    for (String file : List.of("model.json", "model.onnx", "tokenizer.json")) {
      Files.copy(BUNDLED.resolve(MINI_LM).resolve(file), copy.resolve(file));
    }
  }

  @Test
  void theBundledModelsAreUsable() {
    List<ListedModel> listed = new ModelCatalog(BUNDLED).list();

    assertThat(listed)
        .extracting(ListedModel::name)
        .contains(MINI_LM, ModelCatalog.DEFAULT, "e5-small-v2");
    assertThat(listed).allMatch(model -> model instanceof Usable usable && usable.bytes() > 20e6);
  }

  @Test
  void aCardSaysWhatIsInItsFile() {
    assertThat(catalog.list())
        .first()
        .isInstanceOfSatisfying(
            Usable.class,
            usable -> {
              ModelCard card = usable.card();
              assertThat(card.licence()).isEqualTo("Apache-2.0");
              assertThat(card.dimension()).isEqualTo(384);
              assertThat(card.maxTokens()).isEqualTo(256);
              assertThat(card.pooling()).isEqualTo(Pooling.MEAN);
              assertThat(card.queryPrefix()).isEmpty();
              assertThat(card.source()).startsWith("dev.langchain4j:");
            });
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThereAre() {
    refuses("bge", "there is no model \"bge\"", "there are " + MINI_LM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../models", "/etc", ".", "..", "", "a\\b", "./all-MiniLM-L6-v2", "\u0000"})
  void aNameThatIsAPathIsUnknown(String name) {
    refuses(name, "there is no model");
  }

  @Test
  void missingWeightsNameTheCommandThatBringsThem() throws IOException {
    Files.delete(copy.resolve("model.onnx"));

    refuses(MINI_LM, "model.onnx is missing", "mvn clean package");
  }

  @Test
  void aMissingTokenizerIsNamed() throws IOException {
    Files.delete(copy.resolve("tokenizer.json"));

    refuses(MINI_LM, "tokenizer.json is missing");
  }

  @Test
  void aFlippedBitInTheWeightsIsFoundBeforeTheyAreRun() throws IOException {
    Path weights = copy.resolve("model.onnx");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length / 2] ^= 1;
    Files.write(weights, bytes);

    refuses(
        MINI_LM,
        "model.onnx is damaged: its SHA-256 is",
        "must be " + stated().sha256(),
        "delete it and run mvn clean package");
  }

  @Test
  void weightsOfAnotherSizeAreRefused() throws IOException {
    Files.writeString(copy.resolve("model.onnx"), "half a download");

    refuses(MINI_LM, "model.onnx is damaged: it has 15 bytes and must have " + stated().bytes());
  }

  @Test
  void aTokenizerOfAnotherModelIsRefused() throws IOException {
    Files.copy(
        BUNDLED.resolve(ModelCatalog.DEFAULT).resolve("tokenizer.json"),
        copy.resolve("tokenizer.json"),
        StandardCopyOption.REPLACE_EXISTING);

    refuses(MINI_LM, "tokenizer.json is damaged");
  }

  @Test
  void anUnknownPoolingIsNamed() throws IOException {
    change("\"mean\"", "\"max\"");

    refuses(MINI_LM, "model.json states the pooling max; it must be cls or mean");
  }

  @Test
  void aFieldOfTheWrongTypeIsNamed() throws IOException {
    change("384", "\"many\"");

    refuses(MINI_LM, "states dimension as \"many\"; it must be a whole number of at least 1");
  }

  @Test
  void aFieldThatIsMissingIsNamed() throws IOException {
    change("\"licence\"", "\"license\"");

    refuses(MINI_LM, "model.json states no licence");
  }

  @Test
  void aCardSaysWhereItsCosinesMeanSomething() {
    assertThat(card().band()).contains(new CosineBand(.18, .78, 1_000));
  }

  @Test
  void aCardNeedNotSayWhereItsCosinesMeanSomething() throws IOException {
    change("\"cosines\"", "\"unmeasured\"");

    assertThat(card().band()).isEmpty();
  }

  @Test
  void aMatchThatIsNoBetterThanNoiseIsRefused() throws IOException {
    change("0.78", "0.18");

    refuses(MINI_LM, "states noise 0.18 and match 0.18; they must be cosines");
  }

  @Test
  void aNoiseThatIsNoNumberIsRefused() throws IOException {
    change("0.18,", "\"low\",");

    refuses(MINI_LM, "states noise as \"low\"; it must be a number");
  }

  @Test
  void aCardThatIsNoJsonIsRefused() throws IOException {
    change("{", "");

    refuses(MINI_LM, "model.json is not valid JSON");
  }

  @Test
  void aComplaintAboutACardTellsNothingOfTheParser() throws IOException {
    Files.writeString(copy.resolve("model.json"), "{\n\"name\": \"x\"");

    assertThatThrownBy(() -> catalog.load(MINI_LM))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("model.json is not valid JSON at line 2, column ")
        .hasMessageNotContainingAny("REDACTED", "Stream", "Source");
  }

  @Test
  void aCardWithMoreBehindItIsRefused() throws IOException {
    Files.writeString(copy.resolve("model.json"), "{} {}");

    refuses(MINI_LM, "model.json holds more than one JSON value");
  }

  @Test
  void aCardMustStandInTheFolderOfItsName() throws IOException {
    Files.move(copy, models.resolve("renamed"));

    refuses("renamed", "states the name all-MiniLM-L6-v2; it must be the folder's, renamed");
  }

  @Test
  void aListShowsWhyAModelIsUnusableBesideThoseThatAre() throws IOException {
    Files.createDirectory(models.resolve("empty"));
    Files.createDirectory(models.resolve(".cache"));
    Files.writeString(models.resolve("README.md"), "no model");

    List<ListedModel> listed = catalog.list();

    assertThat(listed).hasSize(2);
    assertThat(listed.getFirst()).isInstanceOf(Usable.class);
    assertThat(listed.getLast())
        .isEqualTo(
            new Unusable(
                "empty",
                models.resolve("empty") + " has no .onnx file; put the export's model.onnx there"));
  }

  @Test
  void aMissingModelsFolderIsNamed() {
    Path nowhere = models.resolve("nowhere");

    assertThatThrownBy(new ModelCatalog(nowhere)::list)
        .isInstanceOf(UnusableModel.class)
        .hasMessage("there is no folder " + nowhere);
  }

  private FileSeal stated() {
    return PublishedModel.seal(JsonFile.read(copy.resolve("model.json")), "model.onnx");
  }

  private ModelCard card() {
    return ((Usable) catalog.list().getFirst()).card();
  }

  private void change(String from, String to) throws IOException {
    Path card = copy.resolve("model.json");
    String before = Files.readString(card);
    assertThat(before).contains(from);
    Files.writeString(card, before.replace(from, to));
  }

  private void refuses(String name, String... messageParts) {
    assertThatThrownBy(() -> catalog.load(name))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContainingAll(messageParts);
  }
}
