package dev.kindred.embedding.onnx;

import ai.djl.Model;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.onnxruntime.engine.OrtNDArray;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
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
import org.jspecify.annotations.Nullable;

/** Runs a graph with taps over texts, and keeps the greatest magnitude of every channel. */
final class Calibrator implements Translator<Encoding, Boolean> {
  private final List<LayerTaps> taps;
  private final Map<Tap, Channels> greatest = new HashMap<>();
  private List<GraphInput> inputs = List.of();

  private Calibrator(List<LayerTaps> taps) {
    this.taps = List.copyOf(taps);
  }

  /**
   * What was seen in each layer.
   *
   * @throws UnusableModel if the graph cannot be run
   */
  static List<LayerMagnitudes> run(
      InstalledModel tapped, List<LayerTaps> taps, List<String> texts) {
    return new Calibrator(taps).over(tapped, texts);
  }

  private List<LayerMagnitudes> over(InstalledModel tapped, List<String> texts) {
    try (Model model = OnnxEngine.load(tapped);
        Predictor<Encoding, Boolean> predictor = model.newPredictor(this)) {
      var tokenizer =
          TruncatingTokenizer.load(tapped.tokenizer(), tapped.card(), model.getNDManager());
      inputs = GraphInput.named(model.getBlock().describeInput().keys(), tapped.card().name());
      for (String text : texts) {
        predictor.predict(tokenizer.encode(tapped.card().passagePrefix() + text));
      }
    } catch (TranslateException failed) {
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

  @Override
  public @Nullable Batchifier getBatchifier() {
    return null;
  }

  @Override
  public NDList processInput(TranslatorContext context, Encoding tokens) {
    return GraphInput.arrays(inputs, tokens, context.getNDManager());
  }

  @Override
  public Boolean processOutput(TranslatorContext context, NDList outputs) {
    Map<String, NDArray> named = new HashMap<>();
    outputs.forEach(output -> named.put(output.getName(), output));
    for (LayerTaps layer : taps) {
      for (Tap tap : layer.all()) {
        NDArray output = named.get(tap.output());
        if (!(output instanceof OrtNDArray values)) {
          throw new UnusableModel("the graph does not give " + tap.output());
        }
        Channels magnitudes = magnitudes(values.getTensor().getFloatBuffer(), tap.shift());
        greatest.merge(tap, magnitudes, Channels::max);
      }
    }
    return true;
  }

  private static Channels magnitudes(FloatBuffer values, Channels shift) {
    float[] magnitudes = new float[shift.size()];
    for (int i = 0; values.hasRemaining(); i = (i + 1) % magnitudes.length) {
      magnitudes[i] = Math.max(magnitudes[i], Math.abs(values.get() - shift.get(i)));
    }
    return new Channels(magnitudes);
  }
}
