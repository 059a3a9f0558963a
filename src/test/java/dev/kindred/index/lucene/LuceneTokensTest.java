package dev.kindred.index.lucene;

import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import dev.kindred.index.TokensContract;
import java.nio.file.Path;

class LuceneTokensTest extends TokensContract {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder, Samples.IDENTITY);
  }
}
