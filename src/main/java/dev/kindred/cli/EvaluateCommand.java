package dev.kindred.cli;

import dev.kindred.embedding.Embedder;
import dev.kindred.evaluation.CachedEmbedder;
import dev.kindred.evaluation.Evaluation;
import dev.kindred.evaluation.EvaluationPlan;
import dev.kindred.evaluation.JudgedCollection;
import dev.kindred.evaluation.Report;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.lucene.LuceneStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how well search finds what it should. */
@Command(
    name = "evaluate",
    description = {
      "Judge search on queries of which the answers are known.",
      "",
      "The papers go into a temporary store and every query is asked in each mode, as users would."
          + " Embeddings are kept between runs; Ctrl-C ends it, and running it again goes on."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kindred evaluate scifact --split test",
      "  kindred evaluate my-collection --json --per-query queries.jsonl",
      "  kindred evaluate --titles papers.jsonl --limit 5000 --queries 1000"
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Mixin private final EvaluateOptions what = new EvaluateOptions();
  @Mixin private final EvaluateOutput output = new EvaluateOutput();
  @Mixin private final ModelOptions model = new ModelOptions();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Where embeddings are kept; or KINDRED_CACHE (default: ~/.cache/kindred/embeddings).")
  private @Nullable String cache;

  @Option(names = "--no-cache", description = "Keep no embeddings, and use none that were kept.")
  private boolean withoutCache;

  EvaluateCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException {
    EvaluationPlan plan = what.plan();
    Map<Setting, String> given = new EnumMap<>(model.given());
    StoreOptions.put(given, Setting.CACHE, cache);
    Options options = settings.apply(given);
    output.requireWritable(what.input());
    JudgedCollection collection = what.read();
    try (Shutdown shutdown = Shutdown.expect();
        TemporaryFolder folder = TemporaryFolder.create("kindred-evaluate-");
        Embedder embedder = ChosenModel.load(options);
        CachedEmbedder cached = CachedEmbedder.over(embedder, cache(options, folder));
        PaperIndex index = LuceneStore.open(folder.path().resolve("store"), embedder.identity())) {
      Evaluation evaluation = new Evaluation(collection, index, cached, what.method());
      shutdown.whenAsked(evaluation::stop);
      run(evaluation, plan).ifPresent(report -> output.print(report, console));
      return shutdown.exitCode(ExitCode.OK);
    }
  }

  private Path cache(Options options, TemporaryFolder folder) {
    return withoutCache ? folder.path().resolve("cache") : options.cache();
  }

  private Optional<Report> run(Evaluation evaluation, EvaluationPlan plan) {
    try (EvaluationDisplay _ = new EvaluationDisplay(evaluation, console, InstantSource.system())) {
      return evaluation.run(plan);
    }
  }
}
