package dev.kindred.index.lucene;

import dev.kindred.index.CandidatesContract;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import java.nio.file.Path;

class LuceneCandidatesTest extends CandidatesContract {
  @Override
  protected PaperIndex open(Path folder) {
    return LuceneStore.open(folder, Samples.IDENTITY);
  }
}
