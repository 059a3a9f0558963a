package dev.kindred.embedding.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a model's graph is to be rebuilt from, and what may come of it. */
sealed interface Rebuild {
  /** The model run from its full-precision weights. */
  InstalledModel source();

  /** Where the rebuilt graph goes. */
  Path graph();

  /** Whether a graph of this recipe and these weights is in its place, and whole. */
  boolean isDone(String recipe, String weightsSha256) throws IOException;

  /** What the weights must be; empty if they are what they are. */
  Optional<FileSeal> weightsMustBe();

  /** What the graph must come out as; empty if nobody has said. */
  Optional<FileSeal> graphMustBe();

  /** Notes what the graph in its place is. */
  void note(String recipe, String weightsSha256, FileSeal made) throws IOException;

  default Path folder() {
    return graph().resolveSibling("");
  }

  /** A bundled model, whose card states what its weights and its graph must be. */
  record OfPublished(InstalledModel source, Path graph, JsonFile card) implements Rebuild {
    private FileSeal stated() {
      return PublishedModel.seal(card, PublishedModel.GRAPH);
    }

    @Override
    public boolean isDone(String recipe, String weightsSha256) throws IOException {
      return card.textIfAny("recipe").filter(recipe::equals).isPresent()
          && Files.exists(graph)
          && Files.size(graph) == stated().bytes()
          && FileSeal.of(graph).equals(stated());
    }

    @Override
    public Optional<FileSeal> weightsMustBe() {
      return Optional.of(PublishedModel.weights(card));
    }

    @Override
    public Optional<FileSeal> graphMustBe() {
      return Optional.of(stated());
    }

    @Override
    public void note(String recipe, String weightsSha256, FileSeal made) throws IOException {
      String text = Files.readString(card.path());
      String noted =
          text.replace(stated().sha256(), made.sha256())
              .replace("\"bytes\": " + stated().bytes(), "\"bytes\": " + made.bytes())
              .replace('"' + card.text("recipe") + '"', '"' + recipe + '"');
      if (!noted.equals(text)) {
        JsonFile.write(card.path(), noted);
      }
    }
  }

  /** A user's own export; the rebuilt graph stands beside its own. */
  record OfExport(InstalledModel source, Path graph) implements Rebuild {
    @Override
    public boolean isDone(String recipe, String weightsSha256) throws IOException {
      var noted = OptimisedGraph.in(folder());
      return noted.isPresent()
          && noted.get().recipe().equals(recipe)
          && noted.get().weightsSha256().equals(weightsSha256)
          && Files.exists(graph)
          && FileSeal.of(graph).equals(noted.get().seal());
    }

    @Override
    public Optional<FileSeal> weightsMustBe() {
      return Optional.empty();
    }

    @Override
    public Optional<FileSeal> graphMustBe() {
      return Optional.empty();
    }

    @Override
    public void note(String recipe, String weightsSha256, FileSeal made) throws IOException {
      new OptimisedGraph(graph, made, recipe, source.graph(), weightsSha256).write();
    }
  }
}
