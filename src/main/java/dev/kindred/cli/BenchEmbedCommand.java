package dev.kindred.cli;

import dev.kindred.benchmark.Course;
import dev.kindred.benchmark.EmbedBenchmark;
import dev.kindred.benchmark.EmbedReport;
import dev.kindred.benchmark.EmbedTexts;
import dev.kindred.benchmark.Setup;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.onnx.ComputeLimit;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.paper.Paper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the embedder. */
@Command(
    name = "embed",
    description = {
      "Measure how fast a model embeds, on one core.",
      "",
      "The model as Kindred runs it (kindred) is put against the int8 graph that its publisher's"
          + " jar has, run by ONNX Runtime alone (plain), and against what the machine allows by"
          + " estimate."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kindred bench embed",
      "  kindred bench embed --model all-MiniLM-L6-v2 --rounds 10 --json",
      "  kindred bench embed --texts papers.jsonl"
    })
final class BenchEmbedCommand implements Callable<Integer> {
  /** Where the build leaves the graphs as they were published, beside the folder of the models. */
  private static final String PLAIN_MODELS = "target/plain-models";

  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Mixin private final ModelOptions model = new ModelOptions();

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description = "Papers in any format that import reads (default: sample papers).")
  private @Nullable Path texts;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often all is embedded (default: ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(
      names = "--plain",
      paramLabel = "GRAPH.onnx",
      description = "The graph to put it against (default: the one in target/plain-models).")
  private @Nullable Path plain;

  @Mixin private final BenchOptions bench = new BenchOptions();

  BenchEmbedCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    BenchOptions.requirePositive("--rounds", rounds);
    Options options = settings.apply(model.given());
    ModelCatalog catalog = ChosenModel.catalog(options);
    String name = ChosenModel.name(options);
    List<Paper> papers = SamplePapers.read(Optional.ofNullable(texts));
    Path graph = plainGraph(options, name);
    Course course = new Course();
    try (Shutdown shutdown = Shutdown.expect();
        Embedder kindred = catalog.load(name, 1);
        Embedder published = catalog.loadPlain(name, graph)) {
      EmbedTexts drawn = EmbedTexts.drawn(papers, kindred, bench.seed());
      EmbedBenchmark benchmark =
          new EmbedBenchmark(published, kindred, drawn, bench.seed(), course);
      BenchOptions.run(() -> benchmark.run(rounds), course, shutdown, console)
          .ifPresent(report -> print(report, graph, kindred));
      return shutdown.exitCode(ExitCode.OK);
    }
  }

  private Path plainGraph(Options options, String name) {
    return plain != null
        ? plain
        : options
            .models()
            .toAbsolutePath()
            .resolveSibling(PLAIN_MODELS)
            .resolve(name)
            .resolve("model.onnx");
  }

  private void print(EmbedReport report, Path graph, Embedder kindred) {
    double limit =
        ComputeLimit.measure(graph, kindred.card().dimension())
            .tokensPerCpuSecond(report.kindred().tokensPerText());
    Setup setup = bench.setup(kindred.identity().recorded().runtime());
    bench.print(report.json(limit, setup), BenchEmbedText.lines(report, limit), setup, console);
  }
}
