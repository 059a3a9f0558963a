package dev.kindred.index.lucene;

import dev.kindred.index.EmbeddingStateContract;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import java.nio.file.Path;

class LuceneEmbeddingStateTest extends EmbeddingStateContract {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder, Samples.IDENTITY);
  }
}
