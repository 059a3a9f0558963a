package dev.kindred.embedding.onnx;

import ai.djl.Model;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.EmbeddingFailed;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.paper.Rejection.UnusableModel;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph run by ONNX Runtime's own interface and nothing more: its default session, one thread,
 * one text a call, no padding. The yardstick of {@link OnnxEmbedder}, with which it shares
 * tokenising and pooling. It bounds no calls.
 */
final class PlainEmbedder implements Embedder {
  private final ModelCard card;
  private final ModelIdentity identity;
  private final Model owner;
  private final TruncatingTokenizer tokenizer;
  private final OrtSession session;
  private final List<GraphInput> inputs;

  private PlainEmbedder(InstalledModel model, OrtSession session, Model owner) {
    this.card = model.card();
    this.identity = OnnxEmbedder.identity(model, model.content());
    this.owner = owner;
    this.tokenizer = TruncatingTokenizer.load(model.tokenizer(), card, owner.getNDManager());
    this.session = session;
    this.inputs = GraphInput.named(List.copyOf(session.getInputNames()), card.name());
  }

  /**
   * Loads another graph of an installed model.
   *
   * @throws UnusableModel if it is missing or cannot be run
   */
  static PlainEmbedder load(InstalledModel installed, Path graph) {
    if (!Files.isRegularFile(graph)) {
      throw new UnusableModel("there is no graph " + graph);
    }
    InstalledModel model = installed.withGraph(graph);
    Model owner = OnnxEngine.withoutGraph();
    try {
      return new PlainEmbedder(model, session(graph), owner);
    } catch (OrtException unusable) {
      owner.close();
      throw new UnusableModel(
          "%s is no graph that ONNX Runtime can run: %s"
              .formatted(graph, RootCause.message(unusable)));
    }
  }

  private static OrtSession session(Path graph) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      return OrtEnvironment.getEnvironment().createSession(graph.toString(), options);
    }
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public ModelIdentity identity() {
    return identity;
  }

  @Override
  public int workers() {
    return 1;
  }

  @Override
  public EmbeddedText passage(String text) {
    return embed(card.passagePrefix() + text);
  }

  @Override
  public EmbeddedText query(String text) {
    return embed(card.queryPrefix() + text);
  }

  private EmbeddedText embed(String text) {
    Encoding tokens = tokenizer.encode(text);
    try {
      return new EmbeddedText(run(tokens), tokens.getIds().length, tokens.exceedMaxLength());
    } catch (OrtException failed) {
      throw new EmbeddingFailed(
          "%s cannot embed this text: %s".formatted(card.name(), RootCause.message(failed)),
          failed);
    }
  }

  private Embedding run(Encoding tokens) throws OrtException {
    Map<String, OnnxTensor> fed = new HashMap<>();
    try {
      for (GraphInput input : inputs) {
        fed.put(input.inputName(), tensor(input.values(tokens)));
      }
      try (OrtSession.Result outputs = session.run(fed)) {
        FloatBuffer values = ((OnnxTensor) outputs.get(0)).getFloatBuffer();
        float[] rows = new float[values.remaining()];
        values.get(rows);
        return new TokenStates(rows, card.dimension()).pooled(card.pooling());
      }
    } finally {
      fed.values().forEach(OnnxTensor::close);
    }
  }

  private static OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        OrtEnvironment.getEnvironment(), LongBuffer.wrap(values), new long[] {1, values.length});
  }

  @Override
  public void close() {
    try (owner) {
      session.close();
    } catch (OrtException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
