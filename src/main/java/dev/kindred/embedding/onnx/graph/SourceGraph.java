package dev.kindred.embedding.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.CodedInputStream;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A graph as a tool exported it, with its parts to be looked up. */
final class SourceGraph {
  private final Path file;
  private final ModelProto model;
  private final Map<String, TensorProto> tensors = new HashMap<>();
  private final Map<String, NodeProto> producers = new HashMap<>();

  private SourceGraph(Path file, ModelProto model) {
    this.file = file;
    this.model = model;
    model.getGraph().getInitializerList().forEach(tensor -> tensors.put(tensor.getName(), tensor));
    for (NodeProto node : nodes()) {
      node.getOutputList().forEach(output -> producers.put(output, node));
      if (node.getOpType().equals("Constant")) {
        node.getAttributeList().stream()
            .filter(AttributeProto::hasT)
            .forEach(
                value -> node.getOutputList().forEach(output -> tensors.put(output, value.getT())));
      }
    }
  }

  /**
   * @throws UnusableModel if it is no ONNX file
   */
  static SourceGraph read(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      CodedInputStream coded = CodedInputStream.newInstance(bytes);
      coded.setSizeLimit(Integer.MAX_VALUE);
      return new SourceGraph(file, ModelProto.parseFrom(coded));
    } catch (IOException unreadable) {
      throw new UnusableModel(
          "%s cannot be read as an ONNX graph: %s".formatted(file, unreadable.getMessage()));
    }
  }

  List<NodeProto> nodes() {
    return model.getGraph().getNodeList();
  }

  boolean uses(String operator) {
    return nodes().stream().anyMatch(node -> node.getOpType().equals(operator));
  }

  /** What stands before this ending in the name of a tensor, if one ends so. */
  Optional<String> prefixOf(String ending) {
    return model.getGraph().getInitializerList().stream()
        .map(TensorProto::getName)
        .filter(name -> name.endsWith(ending))
        .findFirst()
        .map(name -> name.substring(0, name.length() - ending.length()));
  }

  boolean has(String tensor) {
    return tensors.containsKey(tensor);
  }

  /** The node that gives this, if any does. */
  Optional<NodeProto> producer(String output) {
    return Optional.ofNullable(producers.get(output));
  }

  /**
   * @throws UnusableModel if there is no such vector of floats
   */
  Channels channels(String name) {
    return new Channels(floats(name, tensor(name, 1)));
  }

  /**
   * @throws UnusableModel if there is no such matrix of floats
   */
  Matrix matrix(String name) {
    TensorProto tensor = tensor(name, 2);
    float[] values = floats(name, tensor);
    return new Matrix((int) tensor.getDims(0), (int) tensor.getDims(1), values);
  }

  /** Whole numbers that are known without running the graph. */
  Optional<LongBuffer> longs(String name) {
    return Optional.ofNullable(tensors.get(name))
        .filter(tensor -> tensor.getDataType() == DataType.INT64.getNumber())
        .map(tensor ->
            tensor.getInt64DataCount() > 0
                ? LongBuffer.wrap(
                    tensor.getInt64DataList().stream().mapToLong(Long::longValue).toArray())
                : tensor
                    .getRawData()
                    .asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer());
  }

  private TensorProto tensor(String name, int rank) {
    TensorProto tensor = tensors.get(name);
    if (tensor == null) {
      throw refused("it has no " + name);
    }
    if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
      throw refused("it keeps its weights in another file");
    }
    if (tensor.getDataType() != DataType.FLOAT.getNumber() || tensor.getDimsCount() != rank) {
      throw refused("%s is not of full precision (float32)".formatted(name));
    }
    return tensor;
  }

  private float[] floats(String name, TensorProto tensor) {
    float[] values = floats(tensor);
    if (!fit(values.length, tensor.getDimsList())) {
      throw refused(
          "%s has %d values, which does not fit its shape %s"
              .formatted(name, values.length, tensor.getDimsList()));
    }
    return values;
  }

  private static boolean fit(int values, List<Long> shape) {
    long rest = values;
    for (long dimension : shape) {
      if (dimension < 1 || rest % dimension != 0) {
        return false;
      }
      rest /= dimension;
    }
    return rest == 1;
  }

  private static float[] floats(TensorProto tensor) {
    if (tensor.getFloatDataCount() > 0) {
      float[] values = new float[tensor.getFloatDataCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getFloatData(i);
      }
      return values;
    }
    FloatBuffer buffer =
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  UnusableModel refused(String reason) {
    return new UnusableModel(
        ("%s cannot be rebuilt: %s. Only BERT encoders in full precision can, as"
                + " sentence-transformers and optimum export them; others are used as they are")
            .formatted(file, reason));
  }

  /** Writes the same graph with outputs that show what goes on inside. */
  void writeWithOutputs(List<String> outputs, Path target) throws IOException {
    ModelProto.Builder more = model.toBuilder();
    for (String output : outputs) {
      more.getGraphBuilder().addOutput(ValueInfoProto.newBuilder().setName(output));
    }
    try (OutputStream stream = Files.newOutputStream(target)) {
      more.build().writeTo(stream);
    }
  }
}
