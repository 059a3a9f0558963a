package dev.kindred.benchmark;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.index.IndexView;
import dev.kindred.index.lucene.LuceneStore;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;

/**
 * How much of the embedder's own speed is left of a whole import: {@code ./kindred import} into a
 * new store, from the start of the process to its end, with all papers stored, indexed and
 * embedded. In each turn a fifth of the same papers, of all lengths, is embedded alone before it,
 * by as many workers, and another fifth after it, so that the ratio holds on a machine whose speed
 * changes. Arguments: a gzipped file of JSON lines, how many papers a turn, how many turns. Needs a
 * built checkout.
 */
final class ImportBenchmark {
  private static final String MODEL = ModelCatalog.DEFAULT;

  private ImportBenchmark() {}

  public static void main(String[] args) throws Exception {
    int papersATurn = Integer.parseInt(args[1]);
    int turns = Integer.parseInt(args[2]);
    List<String> lines = read(Path.of(args[0]), papersATurn * turns);
    double alone = 0;
    double imported = 0;
    try (Embedder embedder = new ModelCatalog(Path.of("models")).load(MODEL)) {
      embedAlone(embedder, lines.subList(0, Math.min(100, lines.size())));
      for (int turn = 0; turn < turns; turn++) {
        List<String> some = lines.subList(turn * papersATurn, (turn + 1) * papersATurn);
        double a = embedAlone(embedder, everyFifth(some, 1)).toMillis();
        double b = importAll(some).toMillis();
        a += embedAlone(embedder, everyFifth(some, 3)).toMillis();
        a *= 2.5;
        alone += a;
        imported += b;
        System.out.printf(
            "turn %d: %d papers, embedder alone %.1f/s, whole import %.1f/s, ratio %.3f%n",
            turn + 1, some.size(), 1e3 * some.size() / a, 1e3 * some.size() / b, a / b);
      }
    }
    System.out.printf("the whole import reaches %.1f %% of it%n", 100 * alone / imported);
  }

  /** By length: what embedding costs follows from that. */
  private static List<String> everyFifth(List<String> lines, int first) {
    List<String> sorted = lines.stream().sorted(Comparator.comparingInt(String::length)).toList();
    List<String> some = new ArrayList<>();
    for (int i = first; i < sorted.size(); i += 5) {
      some.add(sorted.get(i));
    }
    Collections.shuffle(some, new Random(first));
    return some;
  }

  private static Duration embedAlone(Embedder embedder, List<String> lines) throws Exception {
    List<String> texts =
        lines.stream()
            .map(line -> PassageText.of(PaperJson.read(line, UnknownFields.INTO_METADATA)))
            .toList();
    Instant start = Instant.now();
    try (ExecutorService threads = Executors.newFixedThreadPool(embedder.workers())) {
      List<Future<?>> running =
          texts.stream()
              .<Future<?>>map(text -> threads.submit(() -> embedder.passage(text)))
              .toList();
      for (Future<?> one : running) {
        one.get();
      }
    }
    return Duration.between(start, Instant.now());
  }

  private static Duration importAll(List<String> lines) throws Exception {
    Path folder = Files.createTempDirectory("kindred-benchmark");
    Path papers = Files.write(folder.resolve("papers.jsonl"), lines);
    Path store = folder.resolve("store");
    ProcessBuilder command =
        new ProcessBuilder("./kindred", "import", "--data", store.toString(), papers.toString())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    Instant start = Instant.now();
    int exitCode = command.start().waitFor();
    Duration time = Duration.between(start, Instant.now());
    try (IndexView view = LuceneStore.openReadOnly(store).view()) {
      if (exitCode != 0 || view.counts().embedded() != lines.size()) {
        throw new IllegalStateException("%d, %s: %s".formatted(exitCode, view.counts(), folder));
      }
    }
    return time;
  }

  private static List<String> read(Path file, int limit) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().limit(limit).toList();
    }
  }
}
