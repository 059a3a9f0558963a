package dev.kindred.cli;

import dev.kindred.ingest.format.Entry;
import dev.kindred.ingest.format.PaperFile;
import dev.kindred.ingest.format.ReadOptions;
import dev.kindred.paper.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The 120 papers that come with Kindred, of many fields. */
final class SamplePapers {
  private static final String SAMPLES = "/samples/papers.jsonl";

  private SamplePapers() {}

  static PaperFile open() throws IOException {
    InputStream samples =
        Objects.requireNonNull(SamplePapers.class.getResourceAsStream(SAMPLES), SAMPLES);
    return PaperFile.open(samples, "samples", ReadOptions.NONE);
  }

  static List<Paper> all() throws IOException {
    List<Paper> papers = new ArrayList<>();
    try (PaperFile file = open()) {
      for (Entry entry = file.next(); entry != null; entry = file.next()) {
        switch (entry) {
          case Entry.Read read -> papers.add(read.paper());
          case Entry.Unreadable bad -> throw new IllegalStateException("a sample is bad: " + bad);
        }
      }
    }
    return papers;
  }
}
