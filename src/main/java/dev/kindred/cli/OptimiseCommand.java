package dev.kindred.cli;

import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.onnx.ModelOptimiser;
import dev.kindred.embedding.onnx.ModelOptimiser.Outcome;
import dev.kindred.embedding.onnx.ModelOptimiser.Samples;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.InvalidSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rebuilds models' graphs for speed. */
@Command(
    name = "optimise",
    description = {
      "Rebuild a model's graph for speed: fused operators and int8 weights.",
      "",
      "Works for BERT encoders exported in full precision, as sentence-transformers and optimum do"
          + " it. The new graph is compared with the weights on sample papers, and used from then"
          + " on if it agrees; a store that the model made before wants reembed. Nothing is done"
          + " when it is there already."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kindred models optimise my-model",
      "  kindred models optimise my-model --from my-model/onnx/model_fp32.onnx"
    })
final class OptimiseCommand implements Callable<Integer> {
  /** Every so many samples one is kept to check with; the others calibrate. */
  private static final int CHECK_EVERY = 3;

  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Parameters(
      arity = "1..*",
      paramLabel = "NAME",
      description = "The models: folders of the models folder.")
  private List<String> names = List.of();

  @Option(
      names = "--from",
      paramLabel = "PATH",
      description =
          "The weights in full precision: a .onnx file, or a folder with NAME/model.onnx (default:"
              + " the model's own, or target/fp32 beside the models folder for bundled ones).")
  private @Nullable Path from;

  @Option(
      names = "--calibrate",
      description = "Measure the ranges of states again, also when their figures are there.")
  private boolean calibrate;

  @Mixin private final ModelsFolderOption models = new ModelsFolderOption();

  OptimiseCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = settings.apply(models.given()).models();
    if (from != null && !Files.isDirectory(from) && names.size() > 1) {
      throw new InvalidSettings(
          "--from is one file and there are %d models; it must be a folder with a folder for each"
              .formatted(names.size()));
    }
    try (Shutdown shutdown = Shutdown.expect()) {
      ModelOptimiser optimiser =
          new ModelOptimiser(
              folder,
              folder.resolveSibling("target").resolve("fp32"),
              samples(),
              step -> console.err().println("  " + step),
              shutdown::isAsked);
      for (String name : names) {
        if (!shutdown.isAsked()) {
          optimise(name, optimiser);
        }
      }
      return shutdown.exitCode(ExitCode.OK);
    }
  }

  private void optimise(String name, ModelOptimiser optimiser) {
    console.err().println(name);
    long start = System.nanoTime();
    try {
      Outcome outcome = optimiser.optimise(name, weights(name), calibrate);
      report(outcome, Duration.ofNanos(System.nanoTime() - start));
    } catch (CancellationException stopped) {
      console.err().println("Stopped; %s is as it was.".formatted(name));
    }
  }

  private Optional<Path> weights(String name) {
    return Optional.ofNullable(from)
        .map(path -> Files.isDirectory(path) ? path.resolve(name).resolve("model.onnx") : path);
  }

  private static Samples samples() throws IOException {
    List<String> calibration = new ArrayList<>();
    List<String> passages = new ArrayList<>();
    List<String> queries = new ArrayList<>();
    List<Paper> papers = SamplePapers.read(Optional.empty());
    for (int i = 0; i < papers.size(); i++) {
      String text = PassageText.of(papers.get(i));
      if (i % CHECK_EVERY == 0) {
        passages.add(text);
        queries.add(papers.get(i).title());
      } else {
        calibration.add(text);
      }
    }
    return new Samples(calibration, passages, queries);
  }

  private void report(Outcome outcome, Duration time) {
    switch (outcome) {
      case Outcome.Unchanged unchanged ->
          console.out().println("%s is there already".formatted(unchanged.graph()));
      case Outcome.Rebuilt rebuilt ->
          console
              .out()
              .println(
                  """
                  %s: %s, made from %s in %s s
                    cosines to full precision: %s for texts; %s for queries\
                  """
                      .formatted(
                          rebuilt.graph(),
                          Table.megabytes(rebuilt.bytes()),
                          Table.megabytes(rebuilt.bytesBefore()),
                          String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0),
                          rebuilt.passages(),
                          rebuilt.queries()));
    }
  }
}
