package dev.kindred.index.lucene;

import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import dev.kindred.index.SentenceVectorsContract;
import java.nio.file.Path;

class LuceneSentenceVectorsTest extends SentenceVectorsContract {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder, Samples.IDENTITY);
  }
}
