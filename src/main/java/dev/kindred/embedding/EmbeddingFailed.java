package dev.kindred.embedding;

/** One text could not be embedded; others still can. */
public final class EmbeddingFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EmbeddingFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
