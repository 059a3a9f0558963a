package dev.kindred.embedding.onnx;

import ai.djl.Device;
import ai.djl.Model;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.kindred.paper.Rejection.UnusableModel;

/** ONNX Runtime, and DJL for its tokenizers: offline, silent, one thread a call. */
final class OnnxEngine {
  private static final String ENGINE = "OnnxRuntime";

  private OnnxEngine() {}

  /**
   * A model without a graph, which owns the native memory of a tokenizer. Asking for it sets DJL
   * up, without which ONNX Runtime cannot be used directly: the first of the two makes the
   * environment.
   *
   * @throws UnusableModel if DJL cannot unpack what it needs
   */
  static Model withoutGraph() {
    prepare();
    return Model.newInstance("none", Device.cpu(), ENGINE);
  }

  private static void prepare() {
    goOffline();
    UnpackedLibrary.requireRoom(UnpackedLibrary.folder());
  }

  /** The version that the native library states. */
  static String version() {
    return OrtEnvironment.getEnvironment().getVersion();
  }

  /**
   * How a graph is run: on its caller's thread. On x86 without VNNI, ONNX Runtime's kernels for
   * signed weights add two products in 16 bits and cut off what does not fit. There it is told to
   * use unsigned weights, which are slower and exact; elsewhere that would only be slower.
   */
  static SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    if (Processor.saturates(Processor.kind())) {
      options.addConfigEntry("session.x64quantprecision", "1");
    }
    return options;
  }

  /**
   * DJL reads these when it is first used: it would look for a cloud's metadata, and load a second
   * engine for array maths that is done here by hand.
   */
  private static void goOffline() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.onnx.disable_alternative", "true");
  }
}
