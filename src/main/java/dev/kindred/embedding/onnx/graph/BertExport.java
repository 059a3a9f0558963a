package dev.kindred.embedding.onnx.graph;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.kindred.embedding.Pooling;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The graph of a BERT in full precision, as sentence-transformers and optimum export it. */
public final class BertExport {
  /** Name and version of what {@link #writeRebuilt} does; the same bytes come of the same. */
  public static final String RECIPE = FusedBert.RECIPE;

  /** The versions that know all operators used; ONNX Runtime reads them since 1.12. */
  private static final int IR_VERSION = 7;

  private static final int OPERATORS = 11;
  private static final int MICROSOFT_OPERATORS = 1;

  private final SourceGraph source;
  private final Bert bert;
  private final List<LayerTaps> taps;

  private BertExport(SourceGraph source, Bert bert, List<LayerTaps> taps) {
    this.source = source;
    this.bert = bert;
    this.taps = taps;
  }

  /**
   * Reads all of a graph.
   *
   * @throws UnusableModel if it is no BERT, or not of full precision
   */
  public static BertExport read(Path file) {
    SourceGraph source = SourceGraph.read(file);
    BertReader reader = BertReader.of(source);
    return new BertExport(source, reader.read(), reader.taps());
  }

  /** For each layer the outputs of {@link #writeTapped}. */
  public List<LayerTaps> taps() {
    return taps;
  }

  /** Writes the same graph with its taps as outputs, to calibrate on. */
  public void writeTapped(Path target) throws IOException {
    List<String> outputs =
        taps.stream()
            .flatMap(layer -> layer.all().stream())
            .map(LayerTaps.Tap::output)
            .distinct()
            .toList();
    source.writeWithOutputs(outputs, target);
  }

  /** Whether figures are of a model of this shape. */
  public boolean fits(List<LayerMagnitudes> calibration) {
    int channels = bert.words().columns();
    boolean fits = calibration.size() == bert.layers().size();
    for (int i = 0; fits && i < calibration.size(); i++) {
      LayerMagnitudes layer = calibration.get(i);
      fits =
          layer.attention().size() == channels
              && layer.feedForward().size() == channels
              && layer.gelu().size() == bert.layers().get(i).up().bias().size();
    }
    return fits;
  }

  /** Writes the graph rebuilt for speed; takes {@code input_ids} of one text, gives one row. */
  public void writeRebuilt(List<LayerMagnitudes> calibration, Pooling pooling, Path target)
      throws IOException {
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("kindred")
            .setDocString(RECIPE)
            .addOpsetImport(operators("", OPERATORS))
            .addOpsetImport(operators(GraphBuilder.MICROSOFT, MICROSOFT_OPERATORS))
            .setGraph(FusedBert.graph(bert, calibration, pooling))
            .build();
    try (OutputStream stream = Files.newOutputStream(target)) {
      model.writeTo(stream);
    }
  }

  private static OperatorSetIdProto operators(String domain, int version) {
    return OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(version).build();
  }
}
