package dev.kindred.embedding.onnx;

/** What lies at the bottom of exceptions that are wrapped around each other. */
final class RootCause {
  private RootCause() {}

  static Throwable of(Throwable thrown) {
    Throwable root = thrown;
    for (Throwable cause = root.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }

  /** Its message on one line, or its kind if it has none. */
  static String message(Throwable thrown) {
    Throwable root = of(thrown);
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
  }
}
