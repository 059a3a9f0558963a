package dev.kindred.embedding.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Writes tensors and nodes into a graph, in the order of the calls. */
final class GraphBuilder {
  /** The domain of ONNX Runtime's own operators. */
  static final String MICROSOFT = "com.microsoft";

  private final GraphProto.Builder graph = GraphProto.newBuilder();

  GraphProto build(String name) {
    return graph.setName(name).build();
  }

  /** An operator, of ONNX or of ONNX Runtime. */
  record Operator(String name, String domain, List<AttributeProto> attributes) {
    static Operator onnx(String name, AttributeProto... attributes) {
      return new Operator(name, "", List.of(attributes));
    }

    static Operator microsoft(String name, AttributeProto... attributes) {
      return new Operator(name, MICROSOFT, List.of(attributes));
    }
  }

  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto attribute(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  static AttributeProto attributes(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    Arrays.stream(values).forEach(attribute::addInts);
    return attribute.build();
  }

  /** Adds a node with one output, which has the node's name, and returns that. */
  String node(Operator operator, String name, String... inputs) {
    node(operator, name, List.of(inputs), List.of(name));
    return name;
  }

  void node(Operator operator, String name, List<String> inputs, List<String> outputs) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator.name())
            .setDomain(operator.domain())
            .setName(name)
            .addAllInput(inputs)
            .addAllOutput(outputs)
            .addAllAttribute(operator.attributes()));
  }

  String floats(String name, Channels values, long... shape) {
    return floats(name, values.toArray(), shape);
  }

  String floats(String name, Matrix values) {
    return floats(name, values.toArray(), values.rows(), values.columns());
  }

  private String floats(String name, float[] values, long... shape) {
    ByteBuffer bytes = littleEndian(Float.BYTES * values.length);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return tensor(name, DataType.FLOAT, ByteString.copyFrom(bytes.flip()), shape);
  }

  String int8(String name, Int8Matrix values) {
    ByteString bytes = ByteString.copyFrom(values.toArray());
    return tensor(name, DataType.INT8, bytes, values.rows(), values.columns());
  }

  String int8Zero(String name) {
    return tensor(name, DataType.INT8, ByteString.copyFrom(new byte[1]));
  }

  String longs(String name, long... values) {
    ByteBuffer bytes = littleEndian(Long.BYTES * values.length);
    for (long value : values) {
      bytes.putLong(value);
    }
    return tensor(name, DataType.INT64, ByteString.copyFrom(bytes.flip()), values.length);
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String tensor(String name, DataType type, ByteString bytes, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.getNumber()).setRawData(bytes);
    Arrays.stream(shape).forEach(tensor::addDims);
    graph.addInitializer(tensor);
    return name;
  }

  /** Declares an input of one text's tokens. */
  String tokens(String name) {
    graph.addInput(value(name, DataType.INT64, count(1), counted("tokens")));
    return name;
  }

  /** Declares an output of one row for a text. */
  void oneRow(String name, int channels) {
    graph.addOutput(value(name, DataType.FLOAT, count(1), count(1), count(channels)));
  }

  private static ValueInfoProto value(String name, DataType type, Dimension... shape) {
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(type.getNumber())
            .setShape(TensorShapeProto.newBuilder().addAllDim(List.of(shape)))
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  private static Dimension count(long size) {
    return Dimension.newBuilder().setDimValue(size).build();
  }

  private static Dimension counted(String name) {
    return Dimension.newBuilder().setDimParam(name).build();
  }
}
