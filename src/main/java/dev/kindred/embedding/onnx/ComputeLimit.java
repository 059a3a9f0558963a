package dev.kindred.embedding.onnx;

import ai.djl.Model;
import ai.onnxruntime.OrtException;
import dev.kindred.embedding.onnx.MatrixProducts.Size;
import dev.kindred.paper.Rejection.UnusableModel;
import java.nio.file.Path;
import java.util.List;

/**
 * How fast a model could be on this machine if nothing but its matrix products took time, and each
 * ran as fast as ONNX Runtime's own kernel at its best: weights in int8, attention in floats. It is
 * an estimate: other kernels may be faster, and a graph that leaves products out needs fewer.
 *
 * @param weightProducts multiplications by weights for each token
 * @param attentionProducts multiplications between tokens, for each token and each other one
 * @param int8PerSecond multiplications of int8 a second of CPU time, measured
 * @param floatsPerSecond multiplications of floats a second of CPU time, measured
 */
public record ComputeLimit(
    long weightProducts, long attentionProducts, double int8PerSecond, double floatsPerSecond) {

  /**
   * Measures the kernels at the sizes that a graph has.
   *
   * @param dimension of the states between its layers
   * @throws UnusableModel if the graph cannot be read or has no weights to multiply with
   */
  public static ComputeLimit measure(Path graph, int dimension) {
    MatrixProducts products = MatrixProducts.of(graph);
    List<Size> sizes = products.weights().stream().distinct().toList();
    if (sizes.isEmpty()) {
      throw new UnusableModel(graph + " multiplies with no weights that can be told");
    }
    try (Model _ = OnnxEngine.withoutGraph()) {
      return new ComputeLimit(
          products.multiplications(),
          (long) products.betweenTokens() * dimension,
          ProductKernel.INT8.fastest(sizes),
          ProductKernel.FLOATS.fastest(sizes));
    } catch (OrtException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** For texts of so many tokens. */
  public double tokensPerCpuSecond(double tokens) {
    return 1 / (weightProducts / int8PerSecond + attentionProducts * tokens / floatsPerSecond);
  }
}
