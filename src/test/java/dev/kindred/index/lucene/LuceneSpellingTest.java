package dev.kindred.index.lucene;

import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import dev.kindred.index.SpellingContract;
import java.nio.file.Path;

class LuceneSpellingTest extends SpellingContract {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder, Samples.IDENTITY);
  }
}
