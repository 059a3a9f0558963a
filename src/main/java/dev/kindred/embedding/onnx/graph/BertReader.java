package dev.kindred.embedding.onnx.graph;

import ai.onnx.proto.OnnxMl.NodeProto;
import dev.kindred.embedding.onnx.graph.LayerTaps.Tap;
import dev.kindred.paper.Rejection.UnusableModel;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises a BERT in a graph, by the names that its parameters have in PyTorch. The matrices lose
 * theirs in an export, and are found in front of their biases.
 */
final class BertReader {
  /** What BERT adds to a variance; a graph that adds something else fails its check. */
  static final float EPSILON = 1e-12f;

  private static final String WORDS = "embeddings.word_embeddings.weight";

  private final SourceGraph source;
  private final String prefix;

  private BertReader(SourceGraph source, String prefix) {
    this.source = source;
    this.prefix = prefix;
  }

  /**
   * @throws UnusableModel if the graph is something else
   */
  static BertReader of(SourceGraph source) {
    String prefix = source.prefixOf(WORDS).orElseThrow(() -> source.refused("it has no " + WORDS));
    if (source.uses("CumSum")) {
      throw source.refused("it counts positions as RoBERTa does");
    }
    if (!source.uses("Erf") && !source.uses("Gelu")) {
      throw source.refused("its activation is not GELU");
    }
    return new BertReader(source, prefix);
  }

  Bert read() {
    Matrix words = source.matrix(prefix + WORDS);
    Matrix types = source.matrix(prefix + "embeddings.token_type_embeddings.weight");
    Matrix positions = source.matrix(prefix + "embeddings.position_embeddings.weight");
    requireChannels(types.columns(), words.columns());
    requireChannels(positions.columns(), words.columns());
    List<BertLayer> layers = new ArrayList<>();
    for (int i = 0; i < layerCount(); i++) {
      layers.add(layer(layerName(i)));
    }
    Bert bert =
        new Bert(
            words,
            positions.plus(types.row(0)),
            norm(prefix + "embeddings.LayerNorm"),
            layers,
            heads());
    checkShapes(bert);
    return bert;
  }

  /** Where the graph holds what a calibration looks at. */
  List<LayerTaps> taps() {
    List<LayerTaps> taps = new ArrayList<>();
    LayerNorm before = norm(prefix + "embeddings.LayerNorm");
    for (int i = 0; i < layerCount(); i++) {
      BertLayer layer = layer(layerName(i));
      Channels none = Channels.all(layer.up().bias().size(), 0);
      taps.add(
          new LayerTaps(
              tap(layerName(i) + "attention.self.query", before.shift()),
              tap(layerName(i) + "intermediate.dense", layer.attentionNorm().shift()),
              tap(layerName(i) + "output.dense", none)));
      before = layer.outputNorm();
    }
    return taps;
  }

  private Tap tap(String inputOf, Channels shift) {
    return new Tap(product(inputOf).getInput(0), shift);
  }

  private int layerCount() {
    int layers = 0;
    while (source.has(layerName(layers) + "attention.self.query.bias")) {
      layers++;
    }
    if (layers == 0) {
      throw source.refused("it has no %sattention.self.query.bias".formatted(layerName(0)));
    }
    return layers;
  }

  private String layerName(int index) {
    return "%sencoder.layer.%d.".formatted(prefix, index);
  }

  private BertLayer layer(String name) {
    return new BertLayer(
        linear(name + "attention.self.query"),
        linear(name + "attention.self.key"),
        linear(name + "attention.self.value"),
        linear(name + "attention.output.dense"),
        norm(name + "attention.output.LayerNorm"),
        linear(name + "intermediate.dense"),
        linear(name + "output.dense"),
        norm(name + "output.LayerNorm"));
  }

  private LayerNorm norm(String name) {
    return new LayerNorm(source.channels(name + ".weight"), source.channels(name + ".bias"));
  }

  private Linear linear(String name) {
    return new Linear(source.matrix(product(name).getInput(1)), source.channels(name + ".bias"));
  }

  /** The product that this layer's bias is added to. */
  private NodeProto product(String name) {
    NodeProto sum = sum(name);
    return sum.getInputList().stream()
        .flatMap(input -> source.producer(input).stream())
        .filter(node -> node.getOpType().equals("MatMul") && node.getInputCount() == 2)
        .findFirst()
        .orElseThrow(() -> source.refused("no MatMul stands before " + name + ".bias"));
  }

  private NodeProto sum(String name) {
    return source.nodes().stream()
        .filter(node -> node.getOpType().equals("Add"))
        .filter(node -> node.getInputList().contains(name + ".bias"))
        .filter(node -> node.getOutputCount() == 1)
        .findFirst()
        .orElseThrow(() -> source.refused("nothing adds " + name + ".bias"));
  }

  /** Queries are cut into heads by a Reshape whose last dimension is a head's. */
  private int heads() {
    String query = layerName(0) + "attention.self.query";
    String states = sum(query).getOutput(0);
    int channels = source.channels(query + ".bias").size();
    return source.nodes().stream()
        .filter(node -> node.getOpType().equals("Reshape") && node.getInputCount() == 2)
        .filter(node -> node.getInput(0).equals(states))
        .findFirst()
        .flatMap(reshape -> lastDimension(reshape.getInput(1)))
        .filter(size -> size > 0 && channels % size == 0)
        .map(size -> (int) (channels / size))
        .orElseThrow(() -> source.refused("how many heads its attention has is not to be seen"));
  }

  private Optional<Long> lastDimension(String shape) {
    return source
        .longs(shape)
        .or(() ->
            source
                .producer(shape)
                .filter(node -> node.getOpType().equals("Concat") && node.getInputCount() > 0)
                .flatMap(node -> source.longs(node.getInput(node.getInputCount() - 1))))
        .filter(LongBuffer::hasRemaining)
        .map(sizes -> sizes.get(sizes.limit() - 1));
  }

  private void checkShapes(Bert bert) {
    int channels = bert.words().columns();
    requireShape(bert.norm(), channels);
    for (BertLayer layer : bert.layers()) {
      int wide = layer.up().weight().columns();
      requireShape(layer.attentionNorm(), channels);
      requireShape(layer.outputNorm(), channels);
      requireShape(layer.query(), channels, channels);
      requireShape(layer.key(), channels, channels);
      requireShape(layer.value(), channels, channels);
      requireShape(layer.output(), channels, channels);
      requireShape(layer.up(), channels, wide);
      requireShape(layer.down(), wide, channels);
    }
  }

  private void requireShape(LayerNorm norm, int channels) {
    requireChannels(norm.scale().size(), channels);
    requireChannels(norm.shift().size(), channels);
  }

  private void requireChannels(int found, int channels) {
    if (found != channels) {
      throw source.refused("states have %d channels here and %d there".formatted(channels, found));
    }
  }

  private void requireShape(Linear linear, int inputs, int outputs) {
    Matrix weight = linear.weight();
    if (weight.rows() != inputs || weight.columns() != outputs || linear.bias().size() != outputs) {
      throw source.refused(
          "a matrix is %d by %d; it must be %d by %d"
              .formatted(weight.rows(), weight.columns(), inputs, outputs));
    }
  }
}
