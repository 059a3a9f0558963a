package dev.kindred.embedding.onnx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.embedding.onnx.InstalledModel.Origin;
import dev.kindred.embedding.onnx.InstalledModel.Seals;
import dev.kindred.paper.Rejection.UnusableModel;
import dev.kindred.paper.json.PaperJson;
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
 * @param weights the file it was made from
 * @param weightsSha256 of that file then
 */
record OptimisedGraph(
    Path graph, FileSeal seal, String recipe, Path weights, String weightsSha256) {
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
                model.resolve(note.object("weights").text("file")),
                note.object("weights").text("sha256")));
  }

  /** Notes that the graph in its place is this one. */
  void write() throws IOException {
    Path folder = graph.resolveSibling("").toAbsolutePath();
    Path absolute = weights.toAbsolutePath();
    Path file = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
    ObjectNode note = PaperJson.MAPPER.createObjectNode().put("recipe", recipe);
    note.putObject("weights").put("file", file.toString()).put("sha256", weightsSha256);
    note.putObject(GRAPH).put("bytes", seal.bytes()).put("sha256", seal.sha256());
    JsonFile.write(graph.resolveSibling(NOTE), note.toPrettyString() + "\n");
  }

  /**
   * The export's model, run with this graph; weights that are gone cannot have changed.
   *
   * @throws UnusableModel if the graph is missing
   */
  InstalledModel instead(InstalledModel export) {
    String remedy =
        "run kindred models optimise %s, or delete %s to use the graph as exported"
            .formatted(export.card().name(), NOTE);
    if (!Files.isRegularFile(graph)) {
      throw new UnusableModel("%s is missing; %s".formatted(graph, remedy));
    }
    return new InstalledModel(
        export.card(),
        List.of(graph),
        export.tokenizer(),
        export.dimensionFile(),
        new Seals(Map.of(graph, seal), remedy),
        Optional.of(
            new Origin(
                recipe, weightsSha256, Files.exists(weights) ? List.of(weights) : List.of())));
  }
}
