package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.TestData;
import dev.kindred.paper.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whole collections, as they are. */
class RealFilesTest {
  @Test
  void allPapersOfTheArxivFileAreRead() throws IOException {
    assertThat(countPapers(TestData.path("arxiv/abstracts.jsonl.gz"))).isEqualTo(77_041);
  }

  @Test
  void allDocumentsOfSciFactAreRead() throws IOException {
    assertThat(countPapers(TestData.path("scifact/corpus.jsonl"))).isEqualTo(5_183);
  }

  @Test
  void allDocumentsOfMedAreRead() throws IOException {
    assertThat(countPapers(TestData.path("med/corpus.jsonl"))).isEqualTo(1_033);
  }

  private static int countPapers(Path path) throws IOException {
    int papers = 0;
    try (PaperFile file = PaperFile.open(path, ReadOptions.NONE)) {
      for (Entry entry = file.next(); entry != null; entry = file.next()) {
        assertThat(entry).isInstanceOf(Entry.Read.class);
        Paper paper = ((Entry.Read) entry).paper();
        assertThat(entry.line()).isEqualTo(++papers);
        assertThat(paper.abstractText()).isNotEmpty();
      }
      assertThat(file.bytesRead()).isEqualTo(Files.size(path));
    }
    return papers;
  }
}
