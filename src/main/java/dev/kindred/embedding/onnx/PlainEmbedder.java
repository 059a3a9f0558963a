package dev.kindred.embedding.onnx;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.paper.Rejection.UnusableModel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A graph run by ONNX Runtime's own interface and nothing more: its default session, one thread,
 * one text a call, no padding. The yardstick of {@link OnnxEmbedder}, with which it shares
 * tokenising and pooling. It bounds no calls.
 */
final class PlainEmbedder implements Embedder {
  private final ModelCard card;
  private final ModelIdentity identity;
  private final TextGraph graph;

  private PlainEmbedder(ModelCard card, ModelIdentity identity, TextGraph graph) {
    this.card = card;
    this.identity = identity;
    this.graph = graph;
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
    TextGraph loaded = TextGraph.load(model, GraphSession::loadPlainly);
    return new PlainEmbedder(model.card(), OnnxEmbedder.identity(model, model.content()), loaded);
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
    return graph.embed(card.passagePrefix() + text);
  }

  @Override
  public EmbeddedText query(String text) {
    return graph.embed(card.queryPrefix() + text);
  }

  @Override
  public void close() {
    graph.close();
  }
}
