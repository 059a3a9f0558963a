package dev.kindred.embedding.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * A BERT of two small layers with random weights, written out operator by operator as an exporter
 * does it, names included. Its feed-forward layers have a few channels much greater than the
 * others.
 */
public final class TinyBert {
  public static final int CHANNELS = 64;
  private static final int VOCABULARY = 30_522;
  private static final int PLACES = 128;
  private static final int WIDE = 160;
  private static final int HEAD = 16;
  private static final int LAYERS = 2;
  private static final int OUTLIERS = 5;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("main_graph");
  private final Random random;
  private final float epsilon;
  private final String activation;
  private int unnamed;

  private TinyBert(long seed, float epsilon, String activation) {
    this.random = new Random(seed);
    this.epsilon = epsilon;
    this.activation = activation;
  }

  public static byte[] withSeed(long seed) {
    return new TinyBert(seed, 1e-12f, "Erf").model();
  }

  /** Normalises otherwise than any BERT does. */
  public static byte[] withEpsilon(float epsilon) {
    return new TinyBert(1, epsilon, "Erf").model();
  }

  /** Has another activation where a BERT has GELU. */
  public static byte[] withActivation(String operator) {
    return new TinyBert(1, 1e-12f, operator).model();
  }

  private byte[] model() {
    for (String input : List.of("input_ids", "attention_mask", "token_type_ids")) {
      graph.addInput(value(input, DataType.INT64, "batch_size", "sequence_length"));
    }
    String states = embeddings();
    for (int i = 0; i < LAYERS; i++) {
      states = layer("encoder.layer." + i + ".", states);
    }
    graph.addNode(node("Identity", "last_hidden_state", List.of(states)));
    graph.addOutput(
        value("last_hidden_state", DataType.FLOAT, "batch_size", "sequence_length", "channels"));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(14))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private String embeddings() {
    weights("embeddings.word_embeddings.weight", .5, VOCABULARY, CHANNELS);
    weights("embeddings.position_embeddings.weight", .2, PLACES, CHANNELS);
    weights("embeddings.token_type_embeddings.weight", .2, 2, CHANNELS);
    String shape = add("Shape", "input_ids");
    String count = add("Slice", shape, longs(1), longs(2));
    String positions = add("Slice", "embeddings.position_embeddings.weight", longs(0), count);
    String words = gather("embeddings.word_embeddings.weight", "input_ids");
    String types = gather("embeddings.token_type_embeddings.weight", "token_type_ids");
    return norm("embeddings.LayerNorm", add("Add", add("Add", words, types), positions));
  }

  private String gather(String table, String ids) {
    return add("Gather", table, ids);
  }

  private String layer(String name, String states) {
    String self = name + "attention.self.";
    String query = heads(linear(self + "query", states, CHANNELS, CHANNELS), 0, 2, 1, 3);
    String key = heads(linear(self + "key", states, CHANNELS, CHANNELS), 0, 2, 3, 1);
    String value = heads(linear(self + "value", states, CHANNELS, CHANNELS), 0, 2, 1, 3);
    String scores = add("Div", add("MatMul", query, key), constant((float) Math.sqrt(HEAD)));
    String mixed = add("MatMul", add("Softmax", scores), value);
    String context = add("Reshape", transposed(mixed, 0, 2, 1, 3), longs(0, 0, CHANNELS));
    String attended = linear(name + "attention.output.dense", context, CHANNELS, CHANNELS);
    String middle = norm(name + "attention.output.LayerNorm", add("Add", attended, states));
    String wide = linear(name + "intermediate.dense", middle, CHANNELS, WIDE);
    String fed = linear(name + "output.dense", activated(wide), WIDE, CHANNELS);
    return norm(name + "output.LayerNorm", add("Add", fed, middle));
  }

  private String heads(String states, long... order) {
    return transposed(add("Reshape", states, longs(0, 0, CHANNELS / HEAD, HEAD)), order);
  }

  private String transposed(String states, long... order) {
    String name = "transposed_" + unnamed++;
    AttributeProto.Builder perm =
        AttributeProto.newBuilder().setName("perm").setType(AttributeProto.AttributeType.INTS);
    for (long axis : order) {
      perm.addInts(axis);
    }
    graph.addNode(node("Transpose", name, List.of(states)).addAttribute(perm));
    return name;
  }

  /** GELU by its definition, with the error function. */
  private String activated(String states) {
    if (!activation.equals("Erf")) {
      return add(activation, states);
    }
    String error = add("Erf", add("Div", states, constant((float) Math.sqrt(2))));
    return add("Mul", add("Mul", states, add("Add", error, constant(1))), constant(.5f));
  }

  private String linear(String name, String states, int inputs, int outputs) {
    String weight = "onnx::MatMul_" + unnamed++;
    double deviation = 1 / Math.sqrt(inputs);
    int[] at = {0};
    DoubleSupplier values =
        name.endsWith("intermediate.dense")
            ? () -> random.nextGaussian() * (at[0]++ % outputs < OUTLIERS ? 10 : 1)
            : random::nextGaussian;
    floats(weight, values, deviation, inputs, outputs);
    weights(name + ".bias", .1, outputs);
    return add("Add", name + ".bias", add("MatMul", states, weight));
  }

  private String norm(String name, String states) {
    floats(name + ".weight", () -> 1 + .3 * random.nextGaussian(), 1, CHANNELS);
    weights(name + ".bias", .2, CHANNELS);
    String centred = add("Sub", states, mean(states));
    String variance = mean(add("Mul", centred, centred));
    String deviation = add("Sqrt", add("Add", variance, constant(epsilon)));
    String scaled = add("Mul", add("Div", centred, deviation), name + ".weight");
    return add("Add", scaled, name + ".bias");
  }

  private String mean(String states) {
    String name = "mean_" + unnamed++;
    AttributeProto.Builder axes =
        AttributeProto.newBuilder().setName("axes").setType(AttributeProto.AttributeType.INTS);
    graph.addNode(node("ReduceMean", name, List.of(states)).addAttribute(axes.addInts(-1)));
    return name;
  }

  private String add(String operator, String... inputs) {
    String name = operator + "_" + unnamed++;
    graph.addNode(node(operator, name, List.of(inputs)));
    return name;
  }

  private static NodeProto.Builder node(String operator, String output, List<String> inputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .setName("/" + output)
        .addAllInput(inputs)
        .addOutput(output);
  }

  private void weights(String name, double deviation, int... shape) {
    floats(name, random::nextGaussian, deviation, shape);
  }

  private void floats(String name, DoubleSupplier values, double factor, int... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(DataType.FLOAT.getNumber());
    int size = 1;
    for (int dimension : shape) {
      tensor.addDims(dimension);
      size *= dimension;
    }
    for (int i = 0; i < size; i++) {
      tensor.addFloatData((float) (factor * values.getAsDouble()));
    }
    graph.addInitializer(tensor);
  }

  private String constant(float value) {
    String name = "constant_" + unnamed++;
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.FLOAT.getNumber())
            .addFloatData(value));
    return name;
  }

  private String longs(long... values) {
    String name = "longs_" + unnamed++;
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(DataType.INT64.getNumber());
    tensor.addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    graph.addInitializer(tensor);
    return name;
  }

  private static ValueInfoProto value(String name, DataType type, String... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (String dimension : shape) {
      dimensions.addDim(Dimension.newBuilder().setDimParam(dimension));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(type.getNumber())
                        .setShape(dimensions)))
        .build();
  }
}
