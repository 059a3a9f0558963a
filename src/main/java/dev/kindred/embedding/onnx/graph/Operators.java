package dev.kindred.embedding.onnx.graph;

import static dev.kindred.embedding.onnx.graph.GraphBuilder.attribute;
import static dev.kindred.embedding.onnx.graph.GraphBuilder.attributes;

import dev.kindred.embedding.onnx.graph.GraphBuilder.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * The operators of a rebuilt graph, chosen by what ONNX Runtime computes fast. Each call adds nodes
 * and returns the name of what they give.
 */
final class Operators {
  private static final Operator ADD = Operator.onnx("Add");
  private static final Operator CAST_TO_FLOAT = Operator.onnx("Cast", attribute("to", 1L));
  private static final Operator GATHER = Operator.onnx("Gather");
  private static final Operator GELU = Operator.microsoft("FastGelu");
  private static final Operator INT8_PRODUCT = Operator.microsoft("MatMulIntegerToFloat");
  private static final Operator MEAN =
      Operator.onnx("ReduceMean", attributes("axes", 1), attribute("keepdims", 1L));
  private static final Operator MULTIPLY = Operator.onnx("Mul");
  private static final Operator NORMALISE =
      Operator.onnx("InstanceNormalization", attribute("epsilon", BertReader.EPSILON));
  private static final Operator QUANTISE = Operator.onnx("DynamicQuantizeLinear");
  private static final Operator SHAPE = Operator.onnx("Shape");
  private static final Operator SLICE = Operator.onnx("Slice");

  private final GraphBuilder graph;
  private final String zero;
  private final String one;

  Operators(GraphBuilder graph) {
    this.graph = graph;
    this.zero = graph.longs("zero", 0);
    this.one = graph.longs("one", 1);
  }

  /** What a dynamic quantisation gives: whole numbers from 0 to 255, and what they stand for. */
  record Quantised(String values, String scale, String zero) {}

  /** What a normalisation of so many tokens multiplies and adds where it must do neither. */
  record Neutral(String ones, String zeros) {}

  String tokens(String name) {
    return graph.tokens(name);
  }

  /** The rows of a table for these tokens. */
  String rows(String name, Matrix exact, String tokens) {
    Int8Matrix table = Int8Matrix.byRow(exact);
    String values = graph.node(GATHER, name + ".int8", graph.int8(name + ".table", table), tokens);
    String scales = graph.floats(name + ".scales", table.scales(), table.rows(), 1);
    return graph.node(
        MULTIPLY,
        name,
        graph.node(CAST_TO_FLOAT, name + ".float", values),
        graph.node(GATHER, name + ".scale", scales, tokens));
  }

  /** How many tokens there are. */
  String count(String tokens) {
    String shape = graph.node(SHAPE, "shape", tokens);
    return graph.node(SLICE, "count", shape, one, graph.longs("two", 2));
  }

  /** The first rows of a table. */
  String first(String name, String count, Matrix table) {
    return graph.node(SLICE, name, graph.floats(name + ".table", table), zero, count);
  }

  Neutral neutral(String count, int limit) {
    String ones = graph.floats("ones.all", Channels.all(limit, 1), limit);
    String zeros = graph.floats("zeros.all", Channels.all(limit, 0), limit);
    return new Neutral(
        graph.node(SLICE, "ones", ones, zero, count),
        graph.node(SLICE, "zeros", zeros, zero, count));
  }

  Neutral neutralForOne() {
    return new Neutral(
        graph.floats("ones.single", Channels.all(1, 1), 1),
        graph.floats("zeros.single", Channels.all(1, 0), 1));
  }

  String firstToken(String name, String states) {
    return graph.node(SLICE, name, states, zero, one, one);
  }

  String mean(String name, String states) {
    return graph.node(MEAN, name, states);
  }

  String sum(String name, String some, String others) {
    return graph.node(ADD, name, some, others);
  }

  String shifted(String name, String states, Channels shift) {
    return sum(name, states, graph.floats(name + ".shift", shift, shift.size()));
  }

  String scaled(String name, String states, Channels scale) {
    return graph.node(MULTIPLY, name, states, graph.floats(name + ".scale", scale, scale.size()));
  }

  /**
   * Each token to mean 0 and variance 1. To the operator the tokens are the channels of an image;
   * the one that is made for layers sums value after value and takes twice the time.
   */
  String normalised(String name, String states, Neutral neutral) {
    return graph.node(NORMALISE, name, states, neutral.ones(), neutral.zeros());
  }

  String gelu(String name, String states) {
    return graph.node(GELU, name, states);
  }

  /** Attention without a mask: every token of the one text is seen by all. */
  String attention(String name, int heads, String queries, String keys, String values) {
    Operator attention =
        Operator.microsoft("MultiHeadAttention", attribute("num_heads", (long) heads));
    return graph.node(attention, name, queries, keys, values);
  }

  Quantised quantised(String states) {
    String name = states + ".int8";
    Quantised quantised = new Quantised(name, states + ".step", states + ".zero");
    graph.node(
        QUANTISE,
        name,
        List.of(states),
        List.of(quantised.values(), quantised.scale(), quantised.zero()));
    return quantised;
  }

  /**
   * The product with weights in int8, and the bias if there is any. Each has a zero point of its
   * own, though it is always zero: where ONNX Runtime 1.21 makes the weights unsigned, it changes
   * that, and crashes if there is none.
   */
  String linear(String name, Quantised input, Linear linear) {
    Int8Matrix weight = Int8Matrix.byColumn(linear.weight());
    List<String> inputs =
        new ArrayList<>(
            List.of(
                input.values(),
                graph.int8(name + ".weight", weight),
                input.scale(),
                graph.floats(name + ".scales", weight.scales(), weight.columns()),
                input.zero(),
                graph.int8Zero(name + ".zero")));
    if (!linear.bias().isZero()) {
      inputs.add(graph.floats(name + ".bias", linear.bias(), weight.columns()));
    }
    graph.node(INT8_PRODUCT, name, inputs, List.of(name));
    return name;
  }
}
