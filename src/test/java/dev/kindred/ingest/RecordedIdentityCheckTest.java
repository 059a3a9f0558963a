package dev.kindred.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.UnusableStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedIdentityCheckTest {
  private static final ModelIdentity.Recorded OTHER =
      new ModelIdentity.Recorded("another graph", "Another Runtime 2", "another processor");

  private final Embedder embedder;
  private final PaperIndex index;

  RecordedIdentityCheckTest(@TempDir Path folder) {
    embedder = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2", 1);
    index = LuceneStore.open(folder, embedder.identity());
    List<EmbeddingResult> results = new ArrayList<>();
    for (String subject : List.of("tides", "looms", "bees", "quarks", "vowels")) {
      Paper paper = Paper.of(new PaperId(subject), "On " + subject, "All about " + subject + ".");
      index.put(List.of(paper));
      EmbeddedText text = embedder.passage(PassageText.of(paper));
      results.add(new EmbeddingResult.Succeeded(paper.id(), paper.contentHash(), text));
    }
    index.record(results);
  }

  @AfterEach
  void close() {
    index.close();
    embedder.close();
  }

  @Test
  void anotherWayOfRunningThatGivesTheSameVectorsIsAccepted() {
    RecordedIdentityCheck.check(index, new RunsOtherwise(embedder, UnaryOperator.identity()));
    assertThat(index.identity().recorded()).isEqualTo(OTHER);
  }

  @Test
  void anotherWayOfRunningThatGivesOtherVectorsIsRefusedWithTheRemedy() {
    Embedder otherVectors = new RunsOtherwise(embedder, text -> text.replace('e', 'u'));
    assertThatThrownBy(() -> RecordedIdentityCheck.check(index, otherVectors))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining(embedder.identity().recorded().runtime())
        .hasMessageContaining("Another Runtime 2")
        .hasMessageContaining("0.995")
        .hasMessageContaining("kindred reembed");
    assertThat(index.identity()).isEqualTo(embedder.identity());
  }

  @Test
  void anIndexWithoutVectorsTakesAnyWayOfRunning(@TempDir Path empty) {
    try (PaperIndex fresh = LuceneStore.open(empty, embedder.identity())) {
      RecordedIdentityCheck.check(fresh, new RunsOtherwise(embedder, text -> "x " + text));
      assertThat(fresh.identity().recorded()).isEqualTo(OTHER);
    }
  }

  /** The same model, on what calls itself another runtime and may read texts a little wrong. */
  private record RunsOtherwise(Embedder model, UnaryOperator<String> reading) implements Embedder {
    @Override
    public ModelCard card() {
      return model.card();
    }

    @Override
    public ModelIdentity identity() {
      return new ModelIdentity(model.identity().compatible(), OTHER);
    }

    @Override
    public int workers() {
      return model.workers();
    }

    @Override
    public EmbeddedText passage(String text) {
      return model.passage(reading.apply(text));
    }

    @Override
    public EmbeddedText query(String text) {
      return model.query(reading.apply(text));
    }

    @Override
    public void close() {}
  }
}
