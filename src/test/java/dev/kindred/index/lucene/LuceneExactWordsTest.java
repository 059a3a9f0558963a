package dev.kindred.index.lucene;

import dev.kindred.index.ExactWordsContract;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import java.nio.file.Path;

class LuceneExactWordsTest extends ExactWordsContract {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder, Samples.IDENTITY);
  }
}
