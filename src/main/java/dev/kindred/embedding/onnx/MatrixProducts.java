package dev.kindred.embedding.onnx;

import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a transformer's graph multiplies, read from its file (onnx.proto).
 *
 * @param weights the matrices of weights that every token goes through, as often as it does
 * @param betweenTokens how many products of activations there are: two an attention
 */
record MatrixProducts(List<Size> weights, int betweenTokens) {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OPERATION = 4;
  private static final int TENSOR_DIMENSIONS = 1;
  private static final int TENSOR_NAME = 8;

  MatrixProducts {
    weights = List.copyOf(weights);
  }

  /** Of a matrix. */
  record Size(long rows, long columns) {
    long values() {
      return rows * columns;
    }
  }

  /** Multiplications by weights for each token. */
  long multiplications() {
    return weights.stream().mapToLong(Size::values).sum();
  }

  /**
   * Reads a file.
   *
   * @throws UnusableModel if it is none of ONNX
   */
  static MatrixProducts of(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      WireReader model = new WireReader(channel.map(MapMode.READ_ONLY, 0, channel.size()));
      while (model.next()) {
        if (model.field() == MODEL_GRAPH) {
          return Reading.of(model.message());
        }
      }
      throw new UnusableModel(file + " holds no graph");
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new UnusableModel("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
    }
  }

  /** A node before it is known which of its inputs are weights. */
  private record Node(String operation, List<String> inputs) {
    static Node of(WireReader message) {
      String operation = "";
      List<String> inputs = new ArrayList<>();
      while (message.next()) {
        switch (message.field()) {
          case NODE_INPUT -> inputs.add(message.text());
          case NODE_OPERATION -> operation = message.text();
          default -> {} // Nothing that decides how much is multiplied.
        }
      }
      return new Node(operation, inputs);
    }

    boolean isProduct() {
      return operation.contains("MatMul") || operation.equals("Gemm");
    }

    boolean isAttention() {
      return operation.endsWith("Attention");
    }
  }

  private static final class Reading {
    private final Map<String, Size> matrices = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    static MatrixProducts of(WireReader graph) {
      Reading reading = new Reading();
      while (graph.next()) {
        switch (graph.field()) {
          case GRAPH_NODE -> reading.nodes.add(Node.of(graph.message()));
          case GRAPH_INITIALIZER -> reading.matrix(graph.message());
          default -> {} // Names and shapes of what goes in and out.
        }
      }
      return reading.counted();
    }

    private void matrix(WireReader tensor) {
      List<Long> dimensions = new ArrayList<>();
      String name = "";
      while (tensor.next()) {
        switch (tensor.field()) {
          case TENSOR_DIMENSIONS -> tensor.eachNumber(dimensions::add);
          case TENSOR_NAME -> name = tensor.text();
          default -> {} // The values.
        }
      }
      if (dimensions.size() == 2) {
        matrices.put(name, new Size(dimensions.getFirst(), dimensions.getLast()));
      }
    }

    private MatrixProducts counted() {
      List<Size> weights = new ArrayList<>();
      int betweenTokens = 0;
      for (Node node : nodes) {
        List<Size> own =
            node.inputs().stream().filter(matrices::containsKey).map(matrices::get).toList();
        if (node.isAttention()) {
          betweenTokens += 2;
        } else if (node.isProduct() && own.isEmpty()) {
          betweenTokens++;
        }
        if (node.isAttention() || node.isProduct()) {
          own.stream().findFirst().ifPresent(weights::add); // a fused attention may have its own
        }
      }
      return new MatrixProducts(weights, betweenTokens);
    }
  }
}
