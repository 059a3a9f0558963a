package dev.kindred.embedding.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.kindred.embedding.onnx.MatrixProducts.Size;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** ONNX Runtime's kernel for a matrix product, alone in a graph of one node. */
enum ProductKernel {
  INT8("MatMulInteger", OnnxJavaType.UINT8, 2, 3, 6, 1),
  FLOATS("MatMul", OnnxJavaType.FLOAT, 1, 1, 1, Float.BYTES);

  /** About an abstract's tokens. */
  private static final int ROWS = 320;

  private static final int ROUNDS = 7;
  private static final int RUNS = 12;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String operation;
  private final OnnxJavaType fed;
  private final int inputType;
  private final int weightType;
  private final int outputType;
  private final int bytes;

  /** The types are those of {@code TensorProto.DataType}. */
  ProductKernel(
      String operation,
      OnnxJavaType fed,
      int inputType,
      int weightType,
      int outputType,
      int bytes) {
    this.operation = operation;
    this.fed = fed;
    this.inputType = inputType;
    this.weightType = weightType;
    this.outputType = outputType;
    this.bytes = bytes;
  }

  /** Multiplications a second of this thread's CPU time, at the best of these sizes. */
  double fastest(List<Size> sizes) throws OrtException {
    double fastest = 0;
    for (Size size : sizes) {
      fastest = Math.max(fastest, perSecond(size));
    }
    return fastest;
  }

  private double perSecond(Size size) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    ByteBuffer rows = ByteBuffer.allocateDirect((int) (ROWS * size.rows() * bytes));
    long[] shape = {ROWS, size.rows()};
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (OrtSession session = environment.createSession(graph(size), options);
          OnnxTensor input =
              OnnxTensor.createTensor(
                  environment, rows.order(ByteOrder.nativeOrder()), shape, fed)) {
        double perSecond = 0;
        for (int round = 0; round < ROUNDS; round++) {
          perSecond = Math.max(perSecond, RUNS * ROWS * size.values() / time(session, input));
        }
        return perSecond;
      }
    }
  }

  private static double time(OrtSession session, OnnxTensor input) throws OrtException {
    long before = THREADS.getCurrentThreadCpuTime();
    for (int run = 0; run < RUNS; run++) {
      session.run(Map.of("x", input)).close();
    }
    return (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
  }

  /** The file of the graph {@code y = x · w}, by the numbers of onnx.proto. */
  private byte[] graph(Size size) {
    WireWriter node = new WireWriter().text(1, "x").text(1, "w").text(2, "y").text(4, operation);
    WireWriter weights =
        new WireWriter()
            .number(1, size.rows())
            .number(1, size.columns())
            .number(2, weightType)
            .text(8, "w")
            .bytes(9, new byte[(int) size.values() * bytes]);
    WireWriter graph =
        new WireWriter()
            .message(1, node)
            .text(2, "product")
            .message(5, weights)
            .message(11, value("x", inputType, size.rows()))
            .message(12, value("y", outputType, size.columns()));
    return new WireWriter()
        .number(1, 7)
        .message(7, graph)
        .message(8, new WireWriter().text(1, "").number(2, 11))
        .toByteArray();
  }

  private static WireWriter value(String name, int type, long columns) {
    WireWriter shape =
        new WireWriter()
            .message(1, new WireWriter().number(1, ROWS))
            .message(1, new WireWriter().number(1, columns));
    WireWriter tensor = new WireWriter().number(1, type).message(2, shape);
    return new WireWriter().text(1, name).message(2, new WireWriter().message(1, tensor));
  }
}
