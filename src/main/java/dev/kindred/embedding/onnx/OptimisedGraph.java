package dev.kindred.embedding.onnx;

import dev.kindred.embedding.onnx.InstalledModel.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The graph that was rebuilt for an export, beside it in its folder, with a note of what it is.
 *
 * @param graph the file
 * @param seal what that file must be
 * @param recipe name and version of what was done
 * @param weightsSha256 of the export's own weights
 */
record OptimisedGraph(Path graph, FileSeal seal, String recipe, String weightsSha256) {
  static final String GRAPH = "optimised.onnx";
  private static final String NOTE = "optimised.json";

  /** The one of this model, if it has one. */
  static Optional<OptimisedGraph> in(Path model) {
    return JsonFile.readIfThere(model.resolve(NOTE))
        .map(note ->
            new OptimisedGraph(
                model.resolve(GRAPH),
                FileSeal.read(note.object(GRAPH)),
                note.text("recipe"),
                note.text("weights_sha256")));
  }

  /** Notes that the graph in its place is this one. */
  void write() throws IOException {
    Files.writeString(
        graph.resolveSibling(NOTE),
        """
        {
          "recipe": "%s",
          "weights_sha256": "%s",
          "%s": {
            "bytes": %d,
            "sha256": "%s"
          }
        }
        """
            .formatted(recipe, weightsSha256, GRAPH, seal.bytes(), seal.sha256()));
  }

  /** The export's model, run with this graph. */
  InstalledModel instead(InstalledModel export) {
    return new InstalledModel(
        export.card(),
        List.of(graph),
        export.tokenizer(),
        export.dimensionFile(),
        Map.of(graph, seal),
        Optional.of(new Origin(recipe, weightsSha256, export.weights())));
  }
}
