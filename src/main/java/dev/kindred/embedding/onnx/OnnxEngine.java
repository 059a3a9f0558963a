package dev.kindred.embedding.onnx;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.util.Map;

/** DJL with ONNX Runtime, set up for this program: offline, silent, one thread a call. */
final class OnnxEngine {
  private static final String ENGINE = "OnnxRuntime";

  private OnnxEngine() {}

  /**
   * Loads a graph. Closing the model releases all native memory, of its tokenizer and predictors,
   * too.
   *
   * @throws UnusableModel if ONNX Runtime cannot run it, or DJL cannot unpack what it needs
   */
  static Model load(InstalledModel installed) {
    prepare();
    Model model = Model.newInstance(installed.card().name(), Device.cpu(), ENGINE);
    try (SessionOptions exact = new SessionOptions()) {
      model.load(installed.graph(), null, options(exact));
      return model;
    } catch (IOException | MalformedModelException | OrtException unusable) {
      model.close();
      throw new UnusableModel(
          "%s is no graph that ONNX Runtime %s can run: %s"
              .formatted(installed.graph(), version(), RootCause.message(unusable)));
    }
  }

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
   * On x86 without VNNI, ONNX Runtime's kernels for signed weights add two products in 16 bits and
   * cut off what does not fit. There it is told to use unsigned weights, which are slower and
   * exact; elsewhere that would only be slower.
   */
  private static Map<String, Object> options(SessionOptions session) throws OrtException {
    if (Processor.saturates(Processor.kind())) {
      session.addConfigEntry("session.x64quantprecision", "1");
    }
    return Map.of("sessionOptions", session, "intraOpNumThreads", "1", "interOpNumThreads", "1");
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
