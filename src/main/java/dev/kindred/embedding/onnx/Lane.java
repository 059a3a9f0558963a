package dev.kindred.embedding.onnx;

import ai.djl.Model;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedding;
import dev.kindred.paper.Rejection.Unavailable;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The predictors for one kind of text: as many calls run at once, more wait in turn. */
final class Lane implements AutoCloseable {
  private final TruncatingTokenizer tokenizer;
  private final ArrayBlockingQueue<Predictor<Encoding, Embedding>> idle;

  Lane(Model model, TruncatingTokenizer tokenizer, TokenStatesTranslator translator, int width) {
    this.tokenizer = tokenizer;
    this.idle = new ArrayBlockingQueue<>(width, true);
    for (int i = 0; i < width; i++) {
      idle.add(model.newPredictor(translator));
    }
  }

  EmbeddedText embed(String text) throws InterruptedException, TranslateException {
    return embed(text, idle.take());
  }

  /**
   * As {@link #embed(String)}, but waits no longer than this.
   *
   * @throws Unavailable if no predictor was free in that time
   */
  EmbeddedText embed(String text, Duration patience)
      throws InterruptedException, TranslateException {
    var predictor = idle.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (predictor == null) {
      throw new Unavailable(
          "too many searches at once: none of the model's places was free within %d ms; try again"
              .formatted(patience.toMillis()));
    }
    return embed(text, predictor);
  }

  private EmbeddedText embed(String text, Predictor<Encoding, Embedding> predictor)
      throws TranslateException {
    try {
      Encoding tokens = tokenizer.encode(text);
      return new EmbeddedText(
          predictor.predict(tokens), tokens.getIds().length, tokens.exceedMaxLength());
    } finally {
      idle.add(predictor);
    }
  }

  /** Must not be called while a text is being embedded. */
  @Override
  public void close() {
    idle.forEach(Predictor::close);
  }
}
