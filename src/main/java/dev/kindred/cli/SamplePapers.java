package dev.kindred.cli;

import dev.kindred.ingest.format.Entry;
import dev.kindred.ingest.format.PaperFile;
import dev.kindred.ingest.format.ReadOptions;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Papers to try things with: the bundled ones, or a user's file. */
final class SamplePapers {
  private static final String SAMPLES = "/samples/papers.jsonl";

  private SamplePapers() {}

  /** The bundled ones, as a file. */
  static PaperFile open() throws IOException {
    InputStream samples =
        Objects.requireNonNull(SamplePapers.class.getResourceAsStream(SAMPLES), SAMPLES);
    return PaperFile.open(samples, "samples", ReadOptions.NONE);
  }

  /**
   * All papers of a file in any format that is imported, or the bundled ones; of several with one
   * id the first. Entries that are no papers are left out.
   *
   * @throws InvalidRequest naming the file, if it cannot be read or holds no paper
   */
  static List<Paper> read(Optional<Path> file) {
    try (PaperFile entries =
        file.isPresent() ? PaperFile.open(file.get(), ReadOptions.NONE) : open()) {
      Map<PaperId, Paper> papers = new LinkedHashMap<>();
      for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
        if (entry instanceof Entry.Read read) {
          papers.putIfAbsent(read.paper().id(), read.paper());
        }
      }
      if (papers.isEmpty()) {
        throw new InvalidRequest(file.orElseThrow() + " holds no paper");
      }
      return List.copyOf(papers.values());
    } catch (IOException damaged) {
      throw new InvalidRequest(String.valueOf(damaged.getMessage()));
    }
  }
}
