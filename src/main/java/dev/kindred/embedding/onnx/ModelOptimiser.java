package dev.kindred.embedding.onnx;

import dev.kindred.embedding.onnx.InstalledModel.Seals;
import dev.kindred.embedding.onnx.graph.BertExport;
import dev.kindred.embedding.onnx.graph.LayerMagnitudes;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Rebuilds the graph of a model for speed. A graph gets into its place only when it agrees with the
 * full-precision weights; until then nothing of the model is changed.
 */
public final class ModelOptimiser {
  private final Path models;
  private final Path published;
  private final Samples samples;
  private final Consumer<String> progress;
  private final BooleanSupplier isStopped;

  /**
   * @param models the folder with a folder for each model
   * @param published has the full-precision weights of bundled models, {@code NAME/model.onnx} each
   * @param progress is told what begins
   * @param isStopped whether to end; asked before each step and each text, from several threads
   */
  public ModelOptimiser(
      Path models,
      Path published,
      Samples samples,
      Consumer<String> progress,
      BooleanSupplier isStopped) {
    this.models = models;
    this.published = published;
    this.samples = samples;
    this.progress = progress;
    this.isStopped = isStopped;
  }

  /**
   * Texts of the kind that is to be embedded.
   *
   * @param calibration passages to see the range of states with
   * @param passages to check with; none of those before
   * @param queries to check with
   */
  public record Samples(List<String> calibration, List<String> passages, List<String> queries) {
    public Samples {
      calibration = List.copyOf(calibration);
      passages = List.copyOf(passages);
      queries = List.copyOf(queries);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The graph was in its place before. */
    record Unchanged(Path graph) implements Outcome {}

    /**
     * A new graph is in its place.
     *
     * @param bytesBefore of the weights it was made from
     */
    record Rebuilt(Path graph, long bytesBefore, long bytes, Agreement passages, Agreement queries)
        implements Outcome {}
  }

  /**
   * Rebuilds one model's graph, unless it is there.
   *
   * @param from the full-precision weights, if they are not where they usually are
   * @param calibrate whether to measure figures again that are there
   * @throws UnusableModel if the model is no BERT in full precision, its files are not what they
   *     must be, or the new graph would not agree with the weights
   * @throws CancellationException if it was stopped; the model is as it was then
   */
  public Outcome optimise(String name, Optional<Path> from, boolean calibrate) {
    new ModelCatalog(models).require(name);
    try {
      Rebuild rebuild = plan(models.resolve(name), from);
      Path weights = rebuild.source().graph();
      if (rebuild instanceof Rebuild.OfPublished && !calibrate && isDone(rebuild, "")) {
        return new Outcome.Unchanged(rebuild.graph());
      }
      requireThere(weights);
      FileSeal seal = FileSeal.of(weights);
      requireWeightsOfTheModel(rebuild, seal);
      return !calibrate && isDone(rebuild, seal.sha256())
          ? new Outcome.Unchanged(rebuild.graph())
          : rebuild(rebuild, seal, calibrate);
    } catch (IOException failed) {
      throw new UnusableModel("%s cannot be optimised: %s".formatted(name, failed));
    }
  }

  private static boolean isDone(Rebuild rebuild, String weightsSha256) throws IOException {
    return rebuild.isDone(BertExport.RECIPE, weightsSha256);
  }

  private static void requireThere(Path weights) {
    if (!Files.isRegularFile(weights)) {
      throw new UnusableModel(
          ("there are no weights at %s; mvn package unpacks those of the bundled models there, or"
                  + " name a file with --from")
              .formatted(weights));
    }
  }

  private static void requireWeightsOfTheModel(Rebuild rebuild, FileSeal found) {
    Optional<FileSeal> stated = rebuild.weightsMustBe();
    if (stated.isPresent() && !stated.get().equals(found)) {
      InstalledModel source = rebuild.source();
      throw new UnusableModel(
          "%s is not what %s was made from: its SHA-256 is %s and must be %s"
              .formatted(
                  source.graph(), source.card().name(), found.sha256(), stated.get().sha256()));
    }
  }

  private static void requireGraphAsStated(Rebuild rebuild, FileSeal found) {
    Optional<FileSeal> stated = rebuild.graphMustBe();
    if (stated.isPresent() && !stated.get().equals(found)) {
      throw new UnusableModel(
          ("the rebuilt graph of %s (%s) has the SHA-256 %s and must have %s. Something of the"
                  + " recipe has changed: --calibrate measures again and states the new one")
              .formatted(
                  rebuild.source().card().name(),
                  BertExport.RECIPE,
                  found.sha256(),
                  stated.get().sha256()));
    }
  }

  private Rebuild plan(Path folder, Optional<Path> from) throws IOException {
    if (Files.exists(folder.resolve(PublishedModel.CARD))) {
      String name = folder.getFileName().toString();
      Path weights = from.orElse(published.resolve(name).resolve(PublishedModel.GRAPH));
      JsonFile card = JsonFile.read(folder.resolve(PublishedModel.CARD));
      InstalledModel source =
          new InstalledModel(
              PublishedModel.card(folder, card),
              List.of(weights),
              folder.resolve(PublishedModel.TOKENIZER),
              card.path(),
              Seals.NONE,
              Optional.empty());
      return new Rebuild.OfPublished(source, folder.resolve(PublishedModel.GRAPH), card);
    }
    InstalledModel own = ExportedModel.readAsExported(folder);
    return new Rebuild.OfExport(
        from.map(own::withGraph).orElse(own), folder.resolve(OptimisedGraph.GRAPH));
  }

  private Outcome rebuild(Rebuild rebuild, FileSeal weights, boolean calibrate) throws IOException {
    begin("reading " + rebuild.source().graph());
    BertExport export = BertExport.read(rebuild.source().graph());
    try (ScratchFiles scratch = ScratchFiles.in(rebuild.folder())) {
      List<LayerMagnitudes> figures =
          figures(rebuild, export, weights, calibrate, scratch.file("tapped"));
      begin("rebuilding as " + BertExport.RECIPE);
      Path made = scratch.file("graph");
      export.writeRebuilt(figures, rebuild.source().card().pooling(), made);
      FileSeal seal = FileSeal.of(made);
      if (!calibrate) {
        requireGraphAsStated(rebuild, seal);
      }
      SampleAgreement agreement = agreement(rebuild.source(), made);
      agreement.requireEnough(rebuild.source().card().name());
      if (calibrate || !RangesFile.in(rebuild.folder()).isThere()) {
        RangesFile.in(rebuild.folder()).write(weights.sha256(), figures);
      }
      Files.move(made, rebuild.graph(), StandardCopyOption.ATOMIC_MOVE);
      rebuild.note(BertExport.RECIPE, weights.sha256(), seal);
      return new Outcome.Rebuilt(
          rebuild.graph(),
          weights.bytes(),
          seal.bytes(),
          agreement.passages(),
          agreement.queries());
    }
  }

  private void begin(String step) {
    requireGoingOn();
    progress.accept(step);
  }

  private void requireGoingOn() {
    if (isStopped.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  private String next(String text) {
    requireGoingOn();
    return text;
  }

  private List<LayerMagnitudes> figures(
      Rebuild rebuild, BertExport export, FileSeal weights, boolean calibrate, Path tapped)
      throws IOException {
    RangesFile file = RangesFile.in(rebuild.folder());
    Optional<List<LayerMagnitudes>> kept =
        calibrate ? Optional.empty() : file.read(weights.sha256());
    if (kept.isPresent() && !export.fits(kept.get())) {
      throw new UnusableModel("%s is of a model of another shape".formatted(file.path()));
    }
    return kept.isPresent() ? kept.get() : calibrated(rebuild, export, tapped);
  }

  private List<LayerMagnitudes> calibrated(Rebuild rebuild, BertExport export, Path tapped)
      throws IOException {
    begin("calibrating on %d texts".formatted(samples.calibration().size()));
    export.writeTapped(tapped);
    return RangesFile.rounded(
        Calibrator.run(
            rebuild.source().withGraph(tapped),
            export.taps(),
            () -> samples.calibration().stream().map(this::next).iterator()));
  }

  private SampleAgreement agreement(InstalledModel source, Path made) {
    begin(
        "checking on %d texts and %d queries"
            .formatted(samples.passages().size(), samples.queries().size()));
    return SampleAgreement.of(source, source.withGraph(made), samples, this::next);
  }
}
