package dev.kindred.index.lucene;

import dev.kindred.index.FacetContract;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import java.nio.file.Path;

class LuceneFacetTest extends FacetContract {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder, Samples.IDENTITY);
  }
}
