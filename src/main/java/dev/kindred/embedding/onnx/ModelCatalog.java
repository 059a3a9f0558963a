package dev.kindred.embedding.onnx;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.onnx.ListedModel.Unusable;
import dev.kindred.embedding.onnx.ListedModel.Usable;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models folder: one folder a model, with the card of a bundled model or the files of a
 * sentence-transformers export. Looks at the files at each call; nothing is ever fetched.
 */
public final class ModelCatalog {
  /** The model that is used when none is asked for. */
  public static final String DEFAULT = "bge-small-en-v1.5";

  private final Path folder;

  public ModelCatalog(Path folder) {
    this.folder = folder;
  }

  /**
   * All models, by name. Reads the files whose sums are known; loads none.
   *
   * @throws UnusableModel if there is no such folder
   */
  public List<ListedModel> list() {
    return names().stream().map(this::listed).toList();
  }

  private ListedModel listed(String name) {
    try {
      InstalledModel model = read(name);
      model.checkSeals();
      return new Usable(model.card(), model.bytes());
    } catch (UnusableModel unusable) {
      return new Unusable(name, unusable.reason());
    }
  }

  /**
   * Loads a model, with one worker for each core.
   *
   * @throws UnusableModel if there is no model of this name, or it is damaged or of a kind that
   *     cannot be run
   */
  public Embedder load(String name) {
    return load(name, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Loads a model.
   *
   * @throws UnusableModel if there is no model of this name, or it is damaged or of a kind that
   *     cannot be run
   */
  public Embedder load(String name, int workers) {
    return OnnxEmbedder.load(existing(name), workers);
  }

  /**
   * Loads a model with another graph of the same weights, to be run as simply as ONNX Runtime
   * allows: what the embedder of {@link #load(String)} is measured against.
   *
   * @throws UnusableModel if there is no model of this name, or the graph cannot be run
   */
  public Embedder loadPlain(String name, Path graph) {
    return PlainEmbedder.load(existing(name), graph);
  }

  /**
   * That a model is not there, naming those there are; empty if it is, whatever it is.
   *
   * @throws UnusableModel if there is no such folder
   */
  public Optional<String> missing(String name) {
    List<String> names = names();
    return names.contains(name)
        ? Optional.empty()
        : Optional.of(
            "there is no model %s in %s; there are %s"
                .formatted(
                    Quoted.of(name), folder, names.isEmpty() ? "none" : String.join(", ", names)));
  }

  /**
   * Whether a model is there, whatever it is.
   *
   * @throws UnusableModel naming those there are, if it is not
   */
  void require(String name) {
    missing(name)
        .ifPresent(reason -> {
          throw new UnusableModel(reason);
        });
  }

  private InstalledModel existing(String name) {
    require(name);
    return read(name);
  }

  private InstalledModel read(String name) {
    Path model = folder.resolve(name);
    return Files.exists(model.resolve(PublishedModel.CARD))
        ? PublishedModel.read(model)
        : ExportedModel.read(model);
  }

  private List<String> names() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (NoSuchFileException missing) {
      throw new UnusableModel("there is no folder " + folder);
    } catch (IOException unreadable) {
      throw new UnusableModel(
          "%s must be a folder with a folder for each model: %s".formatted(folder, unreadable));
    }
  }
}
