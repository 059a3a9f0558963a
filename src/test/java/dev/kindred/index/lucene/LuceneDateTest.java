package dev.kindred.index.lucene;

import dev.kindred.index.DateContract;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import java.nio.file.Path;

class LuceneDateTest extends DateContract {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder, Samples.IDENTITY);
  }
}
