package dev.kindred.embedding.onnx;

import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the graph of an export, which tools put at different places. */
final class WeightsFile {
  private static final String USUAL = "model.onnx";

  private WeightsFile() {}

  /**
   * The graph, and behind it the files that hold its data if it keeps them apart: {@code
   * model.onnx} or {@code onnx/model.onnx} if it is there, else the only graph there is.
   *
   * @throws UnusableModel if there is none, or several that nothing chooses between
   */
  static List<Path> find(Path model) throws IOException {
    List<Path> graphs = new ArrayList<>();
    for (Path folder : List.of(model, model.resolve("onnx"))) {
      files(folder)
          .filter(file -> name(file).endsWith(".onnx"))
          .filter(file -> !name(file).equals(OptimisedGraph.GRAPH))
          .forEach(graphs::add);
    }
    return withData(choose(model, graphs));
  }

  private static Path choose(Path model, List<Path> graphs) {
    for (Path graph : graphs) {
      if (graphs.size() == 1 || name(graph).equals(USUAL)) {
        return graph;
      }
    }
    if (graphs.isEmpty()) {
      throw new UnusableModel(
          "%s has no .onnx file; put the export's %s there".formatted(model, USUAL));
    }
    throw new UnusableModel(
        "%s has several graphs and none is called %s: %s; leave one"
            .formatted(
                model,
                USUAL,
                graphs.stream()
                    .map(graph -> model.relativize(graph).toString())
                    .collect(Collectors.joining(", "))));
  }

  /** Graphs over 2 GB have their weights in files called like them with more behind. */
  private static List<Path> withData(Path graph) throws IOException {
    List<Path> all = new ArrayList<>(List.of(graph));
    Path folder = graph.resolveSibling("");
    files(folder)
        .filter(file -> name(file).startsWith(name(graph)) && !file.equals(graph))
        .forEach(all::add);
    return all;
  }

  private static Stream<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Stream.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
