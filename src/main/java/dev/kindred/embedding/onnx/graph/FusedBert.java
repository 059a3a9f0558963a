package dev.kindred.embedding.onnx.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import dev.kindred.embedding.Pooling;
import dev.kindred.embedding.onnx.graph.Operators.Neutral;
import dev.kindred.embedding.onnx.graph.Operators.Quantised;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a BERT as a graph for one text at a time, without a mask, that pools by itself. Attention
 * is one operator, every matrix is in int8, and outliers are kept from those they would coarsen.
 * Whatever changes the graph's bytes changes {@link #RECIPE}.
 */
final class FusedBert {
  /** Names what is done here; a part of every store's identity. */
  static final String RECIPE = "fused int8 BERT/1";

  private final GraphBuilder graph = new GraphBuilder();
  private final Operators operators = new Operators(graph);
  private final Bert bert;
  private final List<LayerMagnitudes> calibration;
  private final Pooling pooling;

  private FusedBert(Bert bert, List<LayerMagnitudes> calibration, Pooling pooling) {
    this.bert = bert;
    this.calibration = calibration;
    this.pooling = pooling;
  }

  /** The whole graph. Its output is one row: the first token's state, or the mean of all. */
  static GraphProto graph(Bert bert, List<LayerMagnitudes> calibration, Pooling pooling) {
    return new FusedBert(bert, calibration, pooling).build();
  }

  /**
   * The states of tokens behind a normalisation, which left out its scale and its shift: the shift
   * is in the bias of all that takes the states, and everyone has a scale of his own.
   */
  private record States(String normal, LayerNorm norm, Neutral neutral) {}

  private GraphProto build() {
    States states = embeddings();
    for (int i = 0; i < bert.layers().size(); i++) {
      states = layer(i, states);
    }
    String row =
        switch (pooling) {
          case CLS -> states.normal();
          case MEAN -> operators.mean("mean", states.normal());
        };
    String scaled = operators.scaled("scaled", row, states.norm().scale());
    operators.shifted("pooled", scaled, states.norm().shift());
    graph.oneRow("pooled", bert.words().columns());
    return graph.build("bert");
  }

  private States embeddings() {
    String tokens = operators.tokens("input_ids");
    String words = operators.rows("words", bert.words(), tokens);
    String count = operators.count(tokens);
    String positions = operators.first("positions", count, bert.positions());
    Neutral neutral = operators.neutral(count, bert.positions().rows());
    return normalised("embeddings", words, positions, bert.norm(), neutral);
  }

  private States normalised(
      String name, String some, String others, LayerNorm norm, Neutral neutral) {
    String sum = operators.sum(name + ".sum", some, others);
    return new States(operators.normalised(name, sum, neutral), norm, neutral);
  }

  private States layer(int index, States input) {
    String name = "layer." + index;
    BertLayer layer = bert.layers().get(index).withoutShifts(input.norm()).simplified();
    boolean last = index == bert.layers().size() - 1;
    States asking = last && pooling == Pooling.CLS ? firstToken(name + ".first", input) : input;
    String context = attention(name, layer, calibration.get(index).attention(), input, asking);
    String attended =
        operators.linear(name + ".output", operators.quantised(context), layer.output());
    States middle =
        normalised(
            name + ".attended",
            attended,
            plain(name + ".input", asking),
            layer.attentionNorm(),
            asking.neutral());
    String fed = feedForward(name, layer, calibration.get(index), middle);
    return normalised(
        name + ".fed", fed, plain(name + ".middle", middle), layer.outputNorm(), asking.neutral());
  }

  /** Nothing else is wanted of the last layer when only the first token is pooled. */
  private States firstToken(String name, States states) {
    return new States(
        operators.firstToken(name, states.normal()), states.norm(), operators.neutralForOne());
  }

  /** As the normalisation wanted them, but for the shift. */
  private String plain(String name, States states) {
    return operators.scaled(name, states.normal(), states.norm().scale());
  }

  private String attention(
      String name, BertLayer layer, Channels magnitudes, States all, States asking) {
    Channels factors =
        Smoothing.factors(
            magnitudes,
            List.of(layer.query().weight(), layer.key().weight(), layer.value().weight()));
    Quantised asked = smoothed(name + ".asked", all, factors);
    Quantised questions = asking.equals(all) ? asked : smoothed(name + ".asking", asking, factors);
    return operators.attention(
        name + ".context",
        bert.heads(),
        operators.linear(name + ".query", questions, layer.query().forInputsOver(factors)),
        operators.linear(name + ".key", asked, layer.key().forInputsOver(factors)),
        operators.linear(name + ".value", asked, layer.value().forInputsOver(factors)));
  }

  private Quantised smoothed(String name, States states, Channels factors) {
    Channels scale = states.norm().scale().over(factors);
    return operators.quantised(operators.scaled(name, states.normal(), scale));
  }

  private String feedForward(
      String name, BertLayer layer, LayerMagnitudes magnitudes, States input) {
    Channels factors = Smoothing.factors(magnitudes.feedForward(), List.of(layer.up().weight()));
    Quantised quantised = smoothed(name + ".smooth", input, factors);
    Linear up = layer.up().forInputsOver(factors);
    List<List<Integer>> groups = FeedForwardSplit.groups(magnitudes.gelu(), layer.down().weight());
    List<String> parts = new ArrayList<>();
    for (List<Integer> group : groups) {
      String part = name + ".part." + parts.size();
      String wide = operators.linear(part + ".up", quantised, up.pickOutputs(group));
      Quantised active = operators.quantised(operators.gelu(part + ".gelu", wide));
      Linear down = parts.isEmpty() ? layer.down() : layer.down().withoutBias();
      parts.add(operators.linear(part + ".down", active, down.pickInputs(group)));
    }
    return parts.stream()
        .reduce((sum, part) -> operators.sum(part + ".sum", sum, part))
        .orElseThrow();
  }
}
