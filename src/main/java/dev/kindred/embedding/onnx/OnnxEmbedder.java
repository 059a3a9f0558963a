package dev.kindred.embedding.onnx;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.EmbeddingFailed;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.PassageText;
import dev.kindred.paper.Rejection.UnusableModel;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** One loaded model; each call runs on its caller's thread and on one core. */
public final class OnnxEmbedder implements Embedder {
  /** Someone who searches does not wait longer, and neither does the server's thread. */
  private static final Duration QUERY_PATIENCE = Duration.ofSeconds(10);

  private final ModelCard card;
  private final ModelIdentity identity;
  private final int workers;
  private final TextGraph graph;
  private final Lane passages;
  private final Lane queries;

  /** Held for reading while a text is being embedded, for writing to close. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private boolean closed;

  private OnnxEmbedder(ModelCard card, ModelIdentity identity, TextGraph graph, int workers) {
    this.card = card;
    this.identity = identity;
    this.workers = workers;
    this.graph = graph;
    this.passages = new Lane(graph, workers);
    this.queries = new Lane(graph, workers);
  }

  /**
   * Loads a model and embeds a word with it, so that what does not work shows now.
   *
   * @throws UnusableModel if a file is damaged or the graph cannot be fed
   */
  static OnnxEmbedder load(InstalledModel installed, int workers) {
    InstalledModel.Content content = installed.content();
    TextGraph graph = TextGraph.load(installed, GraphSession::load);
    try {
      ModelIdentity identity = identity(installed, content);
      OnnxEmbedder embedder = new OnnxEmbedder(installed.card(), identity, graph, workers);
      embedder.tryOut();
      return embedder;
    } catch (RuntimeException | Error unusable) {
      graph.close();
      throw unusable;
    }
  }

  static ModelIdentity identity(InstalledModel installed, InstalledModel.Content content) {
    ModelCard card = installed.card();
    return new ModelIdentity(
        new ModelIdentity.Compatible(
            card.name(),
            content.weights(),
            content.tokenizer(),
            card.pooling(),
            card.queryPrefix(),
            card.passagePrefix(),
            card.maxTokens(),
            card.dimension(),
            PassageText.COMPOSITION,
            installed.origin().map(InstalledModel.Origin::recipe).orElse("as published")),
        new ModelIdentity.Recorded(
            content.graph(), "ONNX Runtime " + OnnxEngine.version(), Processor.kind()));
  }

  private void tryOut() {
    try {
      passage("kindred");
    } catch (EmbeddingFailed failed) {
      throw new UnusableModel(
          "the model %s cannot be run: %s".formatted(card.name(), RootCause.message(failed)));
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
    return workers;
  }

  @Override
  public EmbeddedText passage(String text) {
    return whileOpen(() -> passages.embed(card.passagePrefix() + text));
  }

  @Override
  public EmbeddedText query(String text) {
    return whileOpen(() -> queries.embed(card.queryPrefix() + text, QUERY_PATIENCE));
  }

  private interface Computation {
    EmbeddedText run() throws InterruptedException;
  }

  private EmbeddedText whileOpen(Computation computation) {
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the embedder is closed");
      }
      return computation.run();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting to embed a text");
    } finally {
      use.readLock().unlock();
    }
  }

  /** Waits for the texts that are being embedded. */
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        graph.close();
      }
    } finally {
      use.writeLock().unlock();
    }
  }
}
