package dev.kindred.embedding.onnx;

import ai.djl.Model;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.onnxruntime.OrtException;
import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.EmbeddingFailed;
import dev.kindred.embedding.ModelCard;
import dev.kindred.paper.Rejection.UnusableModel;
import java.util.function.Function;

/** From a text to its vector: tokenizer, graph, and pooling. Thread-safe. */
final class TextGraph implements AutoCloseable {
  private final ModelCard card;
  private final Model owner;
  private final TruncatingTokenizer tokenizer;
  private final GraphSession graph;
  private final PooledOutput pooled;

  private TextGraph(
      ModelCard card,
      Model owner,
      TruncatingTokenizer tokenizer,
      GraphSession graph,
      PooledOutput pooled) {
    this.card = card;
    this.owner = owner;
    this.tokenizer = tokenizer;
    this.graph = graph;
    this.pooled = pooled;
  }

  /**
   * Loads what a model needs.
   *
   * @param loading how its graph is set up
   * @throws UnusableModel if one of its files cannot be used
   */
  static TextGraph load(InstalledModel installed, Function<InstalledModel, GraphSession> loading) {
    Model owner = OnnxEngine.withoutGraph();
    try {
      return new TextGraph(
          installed.card(),
          owner,
          TruncatingTokenizer.load(installed.tokenizer(), installed.card(), owner.getNDManager()),
          loading.apply(installed),
          new PooledOutput(installed.card(), installed.dimensionFile()));
    } catch (RuntimeException | Error unusable) {
      owner.close();
      throw unusable;
    }
  }

  /**
   * @throws EmbeddingFailed if the graph gives no vector, or none that points anywhere
   */
  EmbeddedText embed(String text) {
    Encoding tokens = tokenizer.encode(text);
    try {
      return new EmbeddedText(
          graph.run(tokens, pooled), tokens.getIds().length, tokens.exceedMaxLength());
    } catch (OrtException | IllegalArgumentException failed) {
      throw new EmbeddingFailed(
          "%s cannot embed this text: %s".formatted(card.name(), RootCause.message(failed)),
          failed);
    }
  }

  /** Must not be called while a text is being embedded. */
  @Override
  public void close() {
    graph.close();
    owner.close();
  }
}
