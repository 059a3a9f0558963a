package dev.kindred.benchmark;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.ingest.EmbeddingWorker;
import dev.kindred.ingest.IndexSink;
import dev.kindred.ingest.PaperSink;
import dev.kindred.paper.Paper;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.paper.json.PaperJson.UnknownFields;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;

/**
 * How much of the embedder's own speed is left when papers are stored, indexed and embedded, and
 * how much heap that takes. Runs both in turns over the same texts, so that the ratio holds on a
 * noisy machine. Arguments: a gzipped file of JSON lines, how many papers a turn, how many turns.
 */
final class ImportBenchmark {
  private static final String MODEL = ModelCatalog.DEFAULT;

  private ImportBenchmark() {}

  public static void main(String[] args) throws Exception {
    int papersATurn = Integer.parseInt(args[1]);
    int turns = Integer.parseInt(args[2]);
    List<Paper> papers = read(Path.of(args[0]), papersATurn * turns);
    double alone = 0;
    double imported = 0;
    try (Embedder embedder = new ModelCatalog(Path.of("models")).load(MODEL)) {
      embedAlone(embedder, papers.subList(0, 50));
      for (int turn = 0; turn < turns; turn++) {
        List<Paper> some = papers.subList(turn * papersATurn, (turn + 1) * papersATurn);
        double a = embedAlone(embedder, some).toMillis();
        double b = importAll(embedder, some).toMillis();
        alone += a;
        imported += b;
        System.out.printf(
            "turn %d: %d papers, embedder alone %.1f/s, import %.1f/s, ratio %.3f, heap %d MB%n",
            turn, some.size(), 1e3 * some.size() / a, 1e3 * some.size() / b, a / b, heap());
      }
    }
    System.out.printf("import reaches %.1f %% of the embedder alone%n", 100 * alone / imported);
  }

  private static Duration embedAlone(Embedder embedder, List<Paper> papers) throws Exception {
    Instant start = Instant.now();
    try (ExecutorService threads = Executors.newFixedThreadPool(embedder.workers())) {
      List<Future<?>> running =
          papers.stream()
              .<Future<?>>map(
                  paper -> threads.submit(() -> embedder.passage(PassageText.of(paper))))
              .toList();
      for (Future<?> one : running) {
        one.get();
      }
    }
    return Duration.between(start, Instant.now());
  }

  private static Duration importAll(Embedder embedder, List<Paper> papers) throws IOException {
    Path folder = Files.createTempDirectory("kindred-benchmark");
    Instant start = Instant.now();
    try (PaperIndex index = LuceneStore.open(folder, embedder.identity());
        EmbeddingWorker _ = EmbeddingWorker.start(index, embedder, InstantSource.system())) {
      PaperSink sink = new IndexSink(index);
      for (int from = 0; from < papers.size(); from += 500) {
        sink.put(papers.subList(from, Math.min(from + 500, papers.size())));
      }
      while (pending(index) > 0) {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
      return Duration.between(start, Instant.now());
    }
  }

  private static int pending(PaperIndex index) {
    try (IndexView view = index.view()) {
      return view.counts().pending();
    }
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static List<Paper> read(Path file, int limit) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .limit(limit)
          .map(line -> PaperJson.read(line, UnknownFields.INTO_METADATA))
          .toList();
    }
  }
}
