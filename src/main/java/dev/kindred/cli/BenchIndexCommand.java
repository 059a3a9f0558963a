package dev.kindred.cli;

import dev.kindred.benchmark.Course;
import dev.kindred.benchmark.GeneratedVectors;
import dev.kindred.benchmark.IndexBenchmark;
import dev.kindred.benchmark.IndexReport;
import dev.kindred.benchmark.Setup;
import dev.kindred.benchmark.VectorSet;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.Pooling;
import dev.kindred.index.IndexView;
import dev.kindred.index.lucene.LuceneIndex;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.index.lucene.VectorStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the index. */
@Command(
    name = "index",
    description = {
      "Measure the index of vectors at any size: recall, speed, build and memory.",
      "",
      "A temporary store is filled with the vectors of a store, and beyond them with generated ones:"
          + " real ones with noise, which are as hard to search. The nearest ten are searched as"
          + " users get them, by Lucene alone (bare), and by looking at every vector (exact)."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kindred bench index --vectors 100000",
      "  kindred bench index --vectors 1000000 --from vectors --json"
    })
final class BenchIndexCommand implements Callable<Integer> {
  private static final int DIMENSION = 384;

  private final Console console;

  @Option(
      names = "--vectors",
      paramLabel = "N",
      defaultValue = "50000",
      description = "How many are in the index (default: ${DEFAULT-VALUE}).")
  private int vectors = 50_000;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "A store whose vectors to take; it is only read (default: synthetic ones).")
  private @Nullable Path from;

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "How many vectors of the store are kept out of the index and searched for (default:"
              + " ${DEFAULT-VALUE}).")
  private int queries = 500;

  @Option(
      names = "--generated",
      description = "Only generated vectors in the index, to compare them with real ones.")
  private boolean onlyGenerated;

  @Option(
      names = "--int8",
      description = "Search the graph by vectors of a byte a value (serve --vectors int8).")
  private boolean int8;

  @Mixin private final BenchOptions bench = new BenchOptions();

  BenchIndexCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    BenchOptions.requirePositive("--vectors", vectors);
    BenchOptions.requirePositive("--queries", queries);
    ModelIdentity identity = identity();
    VectorSet set = VectorSet.of(base(), vectors, queries, onlyGenerated, bench.seed());
    Course course = new Course();
    try (Shutdown shutdown = Shutdown.expect();
        TemporaryFolder folder = TemporaryFolder.create("kindred-bench-");
        LuceneIndex index =
            LuceneStore.open(
                folder.path().resolve("store"),
                identity,
                int8 ? VectorStorage.INT8 : VectorStorage.FLOAT32)) {
      IndexBenchmark benchmark =
          new IndexBenchmark(index, index::compact, new LuceneGraph(index.graph()), course);
      BenchOptions.run(() -> benchmark.run(set), course, shutdown, console).ifPresent(this::print);
      return shutdown.exitCode(ExitCode.OK);
    }
  }

  private List<Embedding> base() {
    if (from == null) {
      return GeneratedVectors.synthetic(DIMENSION, bench.seed());
    }
    try (IndexView view = LuceneStore.openReadOnly(from).view()) {
      return List.copyOf(
          view.vectors(view.sample(view.counts().embedded(), bench.seed())).values());
    }
  }

  /** Of the store, or of no model at all. */
  private ModelIdentity identity() {
    if (from != null) {
      return LuceneStore.openReadOnly(from).identity();
    }
    return new ModelIdentity(
        new ModelIdentity.Compatible(
            "none",
            "",
            "",
            Pooling.MEAN,
            "",
            "",
            1,
            DIMENSION,
            PassageText.COMPOSITION,
            "synthetic"),
        new ModelIdentity.Recorded("", "none", ""));
  }

  private void print(IndexReport report) {
    Setup setup = bench.setup("Lucene " + LuceneStore.luceneVersion());
    String base = from == null ? "synthetic" : from.toString();
    bench.print(report.json(base, setup), BenchIndexText.lines(report, base), setup, console);
  }
}
