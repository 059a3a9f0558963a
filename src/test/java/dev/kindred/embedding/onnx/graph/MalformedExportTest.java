package dev.kindred.embedding.onnx.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that no exporter writes are refused as models, not reported as bugs. */
class MalformedExportTest {
  @TempDir private Path folder;
  private final GraphProto.Builder graph = tinyBert();

  private static GraphProto.Builder tinyBert() {
    try {
      return ModelProto.parseFrom(TinyBert.withSeed(1)).getGraph().toBuilder();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void aMatrixWithFewerValuesThanItsShapeSays() throws IOException {
    change(
        "embeddings.position_embeddings.weight", tensor -> tensor.clearFloatData().addFloatData(1));
    refuses("embeddings.position_embeddings.weight has 1 values, which does not fit its shape");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, Long.MAX_VALUE})
  void aMatrixOfAnImpossibleShape(long rows) throws IOException {
    change("embeddings.word_embeddings.weight", tensor -> tensor.setDims(0, rows));
    refuses("embeddings.word_embeddings.weight has");
  }

  @Test
  void aMatrixWithoutValues() throws IOException {
    change(
        "embeddings.token_type_embeddings.weight", tensor -> tensor.setDims(0, 0).clearFloatData());
    refuses("embeddings.token_type_embeddings.weight has 0 values");
  }

  @Test
  void embeddingsOfOtherChannels() throws IOException {
    change(
        "embeddings.token_type_embeddings.weight",
        tensor -> tensor.setDims(0, 4).setDims(1, TinyBert.CHANNELS / 2));
    refuses("states have 64 channels here and 32 there");
  }

  @Test
  void aNormalisationOfOtherChannels() throws IOException {
    change(
        "encoder.layer.1.output.LayerNorm.bias",
        tensor -> tensor.setDims(0, 1).clearFloatData().addFloatData(1));
    refuses("states have 64 channels here and 1 there");
  }

  @Test
  void headsOfNoSize() throws IOException {
    for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
      if (tensor.getName().startsWith("longs_")) {
        tensor.clearInt64Data();
      }
    }
    refuses("how many heads its attention has is not to be seen");
  }

  @Test
  void aReshapeWithoutAShape() throws IOException {
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      if (node.getOpType().equals("Reshape")) {
        String states = node.getInput(0);
        node.clearInput().addInput(states);
      }
    }
    refuses("how many heads its attention has is not to be seen");
  }

  @Test
  void aConstantWithoutAValue() throws IOException {
    graph.addNode(NodeProto.newBuilder().setOpType("Constant"));
    change("embeddings.word_embeddings.weight", tensor -> tensor.setName("gone"));
    refuses("it has no embeddings.word_embeddings.weight");
  }

  private void change(String name, Consumer<TensorProto.Builder> change) {
    graph.getInitializerBuilderList().stream()
        .filter(tensor -> tensor.getName().equals(name))
        .forEach(change);
  }

  private void refuses(String reason) throws IOException {
    Path file = folder.resolve("model.onnx");
    Files.write(file, ModelProto.newBuilder().setGraph(graph).build().toByteArray());
    assertThatThrownBy(() -> BertExport.read(file))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining(reason);
  }
}
