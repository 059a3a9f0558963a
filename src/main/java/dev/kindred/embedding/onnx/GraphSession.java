package dev.kindred.embedding.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.kindred.paper.Rejection.UnusableModel;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph that ONNX Runtime has loaded. Runs one text a call, on its caller's thread: with dynamic
 * int8 weights a vector would depend on its batch-mates. Directly, for DJL's predictor costs .1 ms,
 * of a query's 1.5. Thread-safe.
 */
final class GraphSession implements AutoCloseable {
  private final OrtSession session;
  private final List<GraphInput> inputs;

  private GraphSession(OrtSession session, List<GraphInput> inputs) {
    this.session = session;
    this.inputs = List.copyOf(inputs);
  }

  /**
   * Loads a model's graph, set up as {@link OnnxEngine#options} has it.
   *
   * @throws UnusableModel if ONNX Runtime cannot run it, or it cannot be fed
   */
  static GraphSession load(InstalledModel installed) {
    try (SessionOptions options = OnnxEngine.options()) {
      return load(installed, options);
    } catch (OrtException unusable) {
      throw refused(installed, unusable);
    }
  }

  /** As {@link #load(InstalledModel)}, but with ONNX Runtime's defaults, on one thread. */
  static GraphSession loadPlainly(InstalledModel installed) {
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      return load(installed, options);
    } catch (OrtException unusable) {
      throw refused(installed, unusable);
    }
  }

  private static GraphSession load(InstalledModel installed, SessionOptions options)
      throws OrtException {
    OrtSession session =
        OrtEnvironment.getEnvironment().createSession(installed.graph().toString(), options);
    try {
      List<String> names = List.copyOf(session.getInputNames());
      return new GraphSession(session, GraphInput.named(names, installed.card().name()));
    } catch (RuntimeException | Error unusable) {
      session.close();
      throw unusable;
    }
  }

  private static UnusableModel refused(InstalledModel installed, OrtException reason) {
    return new UnusableModel(
        "%s is no graph that ONNX Runtime %s can run: %s"
            .formatted(installed.graph(), OnnxEngine.version(), RootCause.message(reason)));
  }

  /** Takes what it needs of the outputs, which are released afterwards. */
  interface Reading<T> {
    T of(OrtSession.Result outputs) throws OrtException;
  }

  <T> T run(Encoding tokens, Reading<T> reading) throws OrtException {
    Map<String, OnnxTensor> fed = new HashMap<>();
    try {
      for (GraphInput input : inputs) {
        fed.put(input.inputName(), tensor(input.values(tokens)));
      }
      try (OrtSession.Result outputs = session.run(fed)) {
        return reading.of(outputs);
      }
    } finally {
      fed.values().forEach(OnnxTensor::close);
    }
  }

  private static OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        OrtEnvironment.getEnvironment(), LongBuffer.wrap(values), new long[] {1, values.length});
  }

  /** Must not be called while a text is being run. */
  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
