package dev.kindred.embedding.onnx;

import ai.djl.Model;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedding;
import java.util.concurrent.ArrayBlockingQueue;

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
    Predictor<Encoding, Embedding> predictor = idle.take();
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
