package dev.kindred.search.sentence;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.TestData;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.evaluation.BeirFolder;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chosen sentences against those that judges chose. */
class RationaleTest {
  @TempDir Path store;
  private List<Paper> papers;
  private List<Rationale> rationales;

  @BeforeEach
  void readTheJudgements() throws IOException {
    Path file = TestData.path("scifact/rationales-train.jsonl");
    papers = BeirFolder.read(TestData.path("scifact"), Optional.of("train")).papers();
    rationales =
        Rationale.read(file, papers.stream().collect(toMap(Paper::id, Function.identity())));
  }

  @Test
  void wordsAndPositionFindSixtyTwoOfAHundred() {
    ModelCatalog models = new ModelCatalog(Path.of("models"));
    try (Embedder model = models.load("all-MiniLM-L6-v2");
        PaperIndex index = filled(Samples.IDENTITY);
        IndexView view = index.view()) {
      Passages passages = new Passages(model);
      double hits =
          Rationale.hits(rationales, rationale -> rationale.byWordsAndPosition(view, passages));

      assertThat(hits).isGreaterThanOrEqualTo(.62);
      assertThat(Rationale.chance(rationales)).isLessThan(.25);
    }
  }

  @Test
  @Tag("slow")
  void vectorsMadeAheadFindSixtyFive() {
    try (Embedder model = new ModelCatalog(Path.of("models")).load("bge-small-en-v1.5");
        PaperIndex index = filled(model.identity());
        IndexView view = index.view()) {
      List<Rationale> some = rationales.subList(0, 300);
      Rationale.embedSentences(some, index, model);
      Passages passages = new Passages(model);
      double hits =
          Rationale.hits(some, rationale -> rationale.byVectorsMadeAhead(view, passages, model));

      assertThat(hits).isGreaterThanOrEqualTo(.65);
    }
  }

  private PaperIndex filled(ModelIdentity model) {
    PaperIndex index = LuceneStore.open(store.resolve("vectors"), model);
    index.put(papers);
    return index;
  }
}
