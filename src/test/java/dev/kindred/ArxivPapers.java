package dev.kindred;

import dev.kindred.paper.Paper;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.paper.json.PaperJson.UnknownFields;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The real arXiv papers of the test data. */
public final class ArxivPapers {
  private ArxivPapers() {}

  /** The first so many of a packed file of papers as JSON lines. */
  public static List<Paper> first(int limit, Path packed) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(packed));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .limit(limit)
          .map(line -> PaperJson.read(line, UnknownFields.INTO_METADATA))
          .toList();
    }
  }

  /** All of them; where they are missing, the test that asks is skipped. */
  public static List<Paper> all() throws IOException {
    return first(Integer.MAX_VALUE, TestData.path("arxiv/abstracts.jsonl.gz"));
  }
}
