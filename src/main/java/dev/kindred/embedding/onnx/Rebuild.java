package dev.kindred.embedding.onnx;

import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a model's graph is to be rebuilt from, and what may come of it. */
sealed interface Rebuild {
  /** The model run from its full-precision weights. */
  InstalledModel source();

  /** Where the rebuilt graph goes. */
  Path graph();

  /** Whether a graph of this recipe and these weights is in its place, and whole. */
  boolean isDone(String recipe, String weightsSha256) throws IOException;

  /**
   * Refuses weights that are not those of the model.
   *
   * @throws UnusableModel naming what was expected and what was found
   */
  void checkWeights(FileSeal found);

  /**
   * Refuses a graph that came out otherwise than it must.
   *
   * @throws UnusableModel naming what was expected and what was found
   */
  void checkGraph(String recipe, FileSeal found);

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
    public void checkWeights(FileSeal found) {
      FileSeal stated = PublishedModel.weights(card);
      if (!found.equals(stated)) {
        throw new UnusableModel(
            "%s is not what %s was made from: its SHA-256 is %s and must be %s"
                .formatted(source.graph(), source.card().name(), found.sha256(), stated.sha256()));
      }
    }

    @Override
    public void checkGraph(String recipe, FileSeal found) {
      if (!found.equals(stated()) || !recipe.equals(card.text("recipe"))) {
        throw new UnusableModel(
            ("the rebuilt graph of %s (%s) has the SHA-256 %s; %s states %s (%s). Something of the"
                    + " recipe has changed: --calibrate measures again and states the new one")
                .formatted(
                    source.card().name(),
                    recipe,
                    found.sha256(),
                    card.path(),
                    stated().sha256(),
                    card.text("recipe")));
      }
    }

    @Override
    public void note(String recipe, String weightsSha256, FileSeal made) throws IOException {
      String text = Files.readString(card.path());
      String noted =
          text.replace(stated().sha256(), made.sha256())
              .replace("\"bytes\": " + stated().bytes(), "\"bytes\": " + made.bytes())
              .replace('"' + card.text("recipe") + '"', '"' + recipe + '"');
      if (!noted.equals(text)) {
        Files.writeString(card.path(), noted);
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
    public void checkWeights(FileSeal found) {
      // They are what they are.
    }

    @Override
    public void checkGraph(String recipe, FileSeal found) {
      // Nobody has said what it must be.
    }

    @Override
    public void note(String recipe, String weightsSha256, FileSeal made) throws IOException {
      new OptimisedGraph(graph, made, recipe, source.graph(), weightsSha256).write();
    }
  }
}
