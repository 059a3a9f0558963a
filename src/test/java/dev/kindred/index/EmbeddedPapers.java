package dev.kindred.index;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test of an index that is empty at first, whose papers a small real model embeds. */
public abstract class EmbeddedPapers extends IndexedPapers {
  protected static Embedder model;

  @BeforeAll
  static void loadTheModel() {
    model = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2");
  }

  @AfterAll
  static void releaseTheModel() {
    model.close();
  }

  @Override
  protected final PaperIndex open(Path folder) {
    return LuceneStore.open(folder.resolve("store"), model.identity());
  }

  @Override
  protected void embed(Paper... papers) {
    index.record(Stream.of(papers).map(EmbeddedPapers::embedded).toList());
  }

  private static EmbeddingResult embedded(Paper paper) {
    return new EmbeddingResult.Succeeded(
        paper.id(), paper.contentHash(), model.passage(PassageText.of(paper)));
  }
}
