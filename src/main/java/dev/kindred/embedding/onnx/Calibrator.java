package dev.kindred.embedding.onnx;

import ai.djl.Model;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.kindred.embedding.onnx.graph.Channels;
import dev.kindred.embedding.onnx.graph.LayerMagnitudes;
import dev.kindred.embedding.onnx.graph.LayerTaps;
import dev.kindred.embedding.onnx.graph.LayerTaps.Tap;
import dev.kindred.paper.Rejection.UnusableModel;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs a graph with taps over texts, and keeps the greatest magnitude of every channel. */
final class Calibrator {
  private final List<LayerTaps> taps;
  private final Map<Tap, Channels> greatest = new HashMap<>();

  private Calibrator(List<LayerTaps> taps) {
    this.taps = List.copyOf(taps);
  }

  /**
   * What was seen in each layer.
   *
   * @throws UnusableModel if the graph cannot be run
   */
  static List<LayerMagnitudes> run(
      InstalledModel tapped, List<LayerTaps> taps, Iterable<String> texts) {
    return new Calibrator(taps).over(tapped, texts);
  }

  private List<LayerMagnitudes> over(InstalledModel tapped, Iterable<String> texts) {
    try (Model owner = OnnxEngine.withoutGraph();
        GraphSession graph = GraphSession.load(tapped)) {
      var tokenizer =
          TruncatingTokenizer.load(tapped.tokenizer(), tapped.card(), owner.getNDManager());
      for (String text : texts) {
        graph.run(tokenizer.encode(tapped.card().passagePrefix() + text), this::seenIn);
      }
    } catch (OrtException failed) {
      throw new UnusableModel(
          "%s cannot be run: %s".formatted(tapped.card().name(), RootCause.message(failed)));
    }
    return taps.stream()
        .map(layer ->
            new LayerMagnitudes(
                seen(layer.attention()), seen(layer.feedForward()), seen(layer.gelu())))
        .toList();
  }

  private Channels seen(Tap tap) {
    return Objects.requireNonNull(greatest.get(tap), tap.output());
  }

  /** Counts the taps, for something must be given back. */
  private int seenIn(OrtSession.Result outputs) {
    int count = 0;
    for (LayerTaps layer : taps) {
      for (Tap tap : layer.all()) {
        OnnxValue output = outputs.get(tap.output()).orElse(null);
        if (!(output instanceof OnnxTensor values)) {
          throw new UnusableModel("the graph does not give " + tap.output());
        }
        greatest.merge(tap, magnitudes(values.getFloatBuffer(), tap.shift()), Channels::max);
        count++;
      }
    }
    return count;
  }

  private static Channels magnitudes(FloatBuffer values, Channels shift) {
    float[] magnitudes = new float[shift.size()];
    for (int i = 0; values.hasRemaining(); i = (i + 1) % magnitudes.length) {
      magnitudes[i] = Math.max(magnitudes[i], Math.abs(values.get() - shift.get(i)));
    }
    return new Channels(magnitudes);
  }
}
