package dev.kindred.cli;

import dev.kindred.embedding.CosineBand;
import dev.kindred.embedding.Embedder;
import dev.kindred.index.IndexView;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.index.lucene.ReadOnlyStore;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.Rejection.UnusableStore;
import dev.kindred.search.relevance.Calibration;
import dev.kindred.search.relevance.CalibrationFile;
import dev.kindred.search.relevance.CollectionMeasurement;
import dev.kindred.search.relevance.RelevanceEstimate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fits the labels of hits to a collection. */
@Command(
    name = "calibrate",
    description = {
      "Fit the labels of hits (strong, related, weak) to this collection.",
      "",
      "Asks it titles of its own papers and questions of many fields, and keeps in the data folder"
          + " how near papers come to either in meaning. Worth it when the collection is complete, and"
          + " again when it has grown much. A server may run; it takes the result up at its next"
          + " start."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  kindred calibrate --dry-run", "  kindred calibrate"})
final class CalibrateCommand implements Callable<Integer> {
  private static final List<String> WHAT_IT_TELLS =
      List.of(
          "Shares are of the titles and of the questions, judged by meaning alone; a search counts",
          "words, too, and lifts what is named or holds a rare word.");

  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Option(names = "--dry-run", description = "Show what would change, and change nothing.")
  private boolean dryRun;

  @Mixin private final StoreOptions store = new StoreOptions();

  CalibrateCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Options options = settings.apply(store.given());
    RunningServer.requireNoneNamed(options, "calibrate");
    ReadOnlyStore papers = LuceneStore.openReadOnly(options.data());
    CalibrationFile file = CalibrationFile.in(options.data());
    try (Embedder embedder = ChosenModel.loadForOne(options)) {
      papers.requireVectorsOf(embedder.identity());
      CollectionMeasurement measured = measure(papers, embedder);
      CosineBand band = measured.band().orElseThrow(CalibrateCommand::indistinct);
      Table.lines(rows(measured, before(file, embedder), band)).forEach(console.out()::println);
      console.out().println();
      WHAT_IT_TELLS.forEach(console.out()::println);
      if (!dryRun) {
        var model = embedder.identity().compatible();
        file.write(new Calibration(model, band, Instant.now()));
        tellWhere(file, papers);
      }
    }
    return ExitCode.OK;
  }

  private static CollectionMeasurement measure(ReadOnlyStore papers, Embedder embedder) {
    try (IndexView view = papers.view()) {
      return CollectionMeasurement.take(view, embedder);
    }
  }

  private static Unavailable indistinct() {
    return new Unavailable(
        "questions of other fields come as near to this collection's papers as their own titles, so"
            + " its labels cannot be fitted; those of the model stay");
  }

  /** A file that cannot be read is no reason not to replace it. */
  private Optional<CosineBand> before(CalibrationFile file, Embedder embedder) {
    try {
      return file.bandFor(embedder);
    } catch (UnusableStore damaged) {
      console.err().println("kindred: " + damaged.reason());
      return embedder.card().band();
    }
  }

  private static List<List<String>> rows(
      CollectionMeasurement measured, Optional<CosineBand> before, CosineBand after) {
    var was = measured.labels(new RelevanceEstimate(before));
    var is = measured.labels(new RelevanceEstimate(Optional.of(after)));
    return List.of(
        List.of("", "before", "after"),
        List.of(
            "cosine of noise",
            before.map(band -> cosine(band.noiseOf(measured.papers()))).orElse("unknown"),
            cosine(after.noise())),
        List.of(
            "cosine of a match",
            before.map(band -> cosine(band.match())).orElse("unknown"),
            cosine(after.match())),
        List.of(
            "of %d own titles: the paper itself strong".formatted(measured.titles().size()),
            percent(was.strongTitles()),
            percent(is.strongTitles())),
        List.of(
            "of %d questions of many fields: best hit strong"
                .formatted(measured.questions().size()),
            percent(was.strongQuestions()),
            percent(is.strongQuestions())),
        List.of("    best hit weak", percent(was.weakQuestions()), percent(is.weakQuestions())));
  }

  private static String cosine(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private void tellWhere(CalibrationFile file, ReadOnlyStore papers) {
    console.err().println("Written to " + file.path());
    papers
        .writer()
        .ifPresent(writer ->
            console.err().println("It holds for %s from its next start on.".formatted(writer)));
  }
}
