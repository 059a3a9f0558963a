package dev.kindred.embedding;

import dev.kindred.paper.Rejection.Unavailable;
import java.util.concurrent.CancellationException;

/**
 * Turns texts into embeddings. Thread-safe; {@link #workers} calls of a kind run at once and more
 * wait, but queries never wait for passages. The same text gives the same embedding, bit for bit,
 * whatever else is embedded at the time.
 */
public interface Embedder extends AutoCloseable {
  ModelCard card();

  ModelIdentity identity();

  /** How many texts can be embedded at the same time. */
  int workers();

  /**
   * Embeds a text that is searched for: a title and abstract as {@link PassageText} composes them.
   *
   * @throws EmbeddingFailed if the model cannot embed this text
   * @throws CancellationException if the thread is interrupted while it waits; it stays interrupted
   */
  EmbeddedText passage(String text);

  /**
   * Embeds a text that searches. Waits some seconds at most until a worker is free.
   *
   * @throws Unavailable if none became free
   * @throws EmbeddingFailed if the model cannot embed this text
   * @throws CancellationException if the thread is interrupted while it waits; it stays interrupted
   */
  EmbeddedText query(String text);

  /** Releases the model's native memory; calls after it are refused. */
  @Override
  void close();
}
