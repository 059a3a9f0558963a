package dev.kindred.index.lucene;

import static dev.kindred.index.Samples.IDENTITY;
import static dev.kindred.index.Samples.embedding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.ArxivPapers;
import dev.kindred.TestData;
import dev.kindred.embedding.EmbeddedText;
import dev.kindred.index.PaperIndex.EmbeddedPaper;
import dev.kindred.paper.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page on running Kindred says of 100,000 papers, in bytes a paper. */
class StoreSizeTest {
  private static final int PAPERS = 25_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"FLOAT32, 3900, 1650", "INT8, 4300, 500"})
  @Tag("slow")
  void theyTakeAsMuchDiskAndMemoryAsIsStated(VectorStorage vectors, double disk, double memory)
      throws IOException {
    List<Paper> papers = ArxivPapers.first(PAPERS, TestData.path("arxiv/abstracts.jsonl.gz"));
    try (LuceneIndex index = LuceneStore.open(folder, IDENTITY, vectors)) {
      index.putEmbedded(papers.stream().map(StoreSizeTest::embedded).toList());
      index.compact();

      assertThat(index.graph().bytes() / (double) PAPERS).isBetween(.85 * disk, disk);
      String searched = vectors == VectorStorage.INT8 ? ".veq" : ".vec";
      assertThat((size(".vex") + size(searched)) / (double) PAPERS).isBetween(.85 * memory, memory);
    }
  }

  private static EmbeddedPaper embedded(Paper paper) {
    return new EmbeddedPaper(paper, new EmbeddedText(embedding(paper), 300, false));
  }

  private long size(String extension) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(extension))
          .mapToLong(StoreSizeTest::size)
          .sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
