package dev.kindred.embedding.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.embedding.onnx.graph.Channels;
import dev.kindred.embedding.onnx.graph.LayerMagnitudes;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The ranges of a model's states as calibrated, kept so that its weights give the same graph
 * everywhere: processors differ in the last bits of what is measured. Two digits say enough, and
 * are what a fresh calibration uses, too.
 */
final class RangesFile {
  private static final String NAME = "ranges.json";
  private static final MathContext DIGITS = new MathContext(2);

  private final Path file;

  private RangesFile(Path file) {
    this.file = file;
  }

  static RangesFile in(Path model) {
    return new RangesFile(model.resolve(NAME));
  }

  Path path() {
    return file;
  }

  boolean isThere() {
    return Files.exists(file);
  }

  /**
   * The figures, if there are any.
   *
   * @throws UnusableModel if they are of other weights, or no figures
   */
  Optional<List<LayerMagnitudes>> read(String weightsSha256) {
    return JsonFile.readIfThere(file)
        .map(json -> {
          if (!json.text("weights_sha256").equals(weightsSha256)) {
            throw new UnusableModel(
                "%s is of other weights; kindred models optimise --calibrate measures again"
                    .formatted(file));
          }
          List<LayerMagnitudes> layers = new ArrayList<>();
          for (JsonNode layer : json.json().path("layers")) {
            layers.add(layer(new JsonFile(file, layer)));
          }
          return layers;
        });
  }

  private static LayerMagnitudes layer(JsonFile json) {
    return new LayerMagnitudes(
        new Channels(json.numbers("attention")),
        new Channels(json.numbers("feed_forward")),
        new Channels(json.numbers("gelu")));
  }

  void write(String weightsSha256, List<LayerMagnitudes> layers) throws IOException {
    JsonFile.write(
        file,
        layers.stream()
            .map(RangesFile::json)
            .collect(
                Collectors.joining(
                    ",\n",
                    "{\n\"weights_sha256\": \"%s\",\n\"layers\": [\n".formatted(weightsSha256),
                    "\n]\n}\n")));
  }

  /** A line for each list, so that changes are to be seen. */
  private static String json(LayerMagnitudes layer) {
    return "{\"attention\": %s,\n\"feed_forward\": %s,\n\"gelu\": %s}"
        .formatted(array(layer.attention()), array(layer.feedForward()), array(layer.gelu()));
  }

  private static String array(Channels channels) {
    return IntStream.range(0, channels.size())
        .mapToObj(i -> Float.toString(channels.get(i)).replaceFirst("\\.0$", ""))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The figures as they are kept. */
  static List<LayerMagnitudes> rounded(List<LayerMagnitudes> layers) {
    Function<Channels, Channels> rounded =
        channels -> {
          float[] values = new float[channels.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = new BigDecimal(channels.get(i)).round(DIGITS).floatValue();
          }
          return new Channels(values);
        };
    return layers.stream()
        .map(layer ->
            new LayerMagnitudes(
                rounded.apply(layer.attention()),
                rounded.apply(layer.feedForward()),
                rounded.apply(layer.gelu())))
        .toList();
  }
}
