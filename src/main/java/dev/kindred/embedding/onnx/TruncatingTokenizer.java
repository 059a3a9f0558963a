package dev.kindred.embedding.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDManager;
import dev.kindred.embedding.ModelCard;
import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Cuts at the model's limit and never pads, whatever the tokenizer's own file says. Thread-safe.
 */
final class TruncatingTokenizer {
  /** A head of so many characters for each token that is read nearly always fills the limit. */
  private static final int CHARS_PER_TOKEN = 16;

  private static final int GROWTH = 8;

  private final HuggingFaceTokenizer tokenizer;
  private final int maxTokens;

  private TruncatingTokenizer(HuggingFaceTokenizer tokenizer, int maxTokens) {
    this.tokenizer = tokenizer;
    this.maxTokens = maxTokens;
  }

  /**
   * Loads a tokenizer that is released with its owner.
   *
   * @throws UnusableModel if the file holds no tokenizer
   */
  static TruncatingTokenizer load(Path file, ModelCard card, NDManager owner) {
    try {
      // Without modelMaxLength the library lowers every limit to 512.
      Map<String, Integer> limits =
          Map.of("modelMaxLength", card.maxTokens(), "maxLength", card.maxTokens());
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.builder(limits)
              .optTokenizerPath(file)
              .optManager(owner)
              .optTruncation(true)
              .optPadding(false)
              .build();
      return new TruncatingTokenizer(tokenizer, card.maxTokens());
    } catch (IOException | RuntimeException unusable) {
      throw new UnusableModel(
          "%s is no tokenizer that can be run: %s".formatted(file, RootCause.message(unusable)));
    }
  }

  /**
   * The first tokens of a text, and whether there are more. Of a huge text only a head is looked
   * at, which ends before a blank: what stands behind it cannot change the tokens in front of it.
   */
  Encoding encode(String text) {
    for (long chars = (long) CHARS_PER_TOKEN * maxTokens; chars < text.length(); chars *= GROWTH) {
      int blank = text.lastIndexOf(' ', (int) chars);
      if (blank > 0) {
        Encoding head = tokenizer.encode(text.substring(0, blank));
        if (head.exceedMaxLength()) {
          return head;
        }
      }
    }
    return tokenizer.encode(text);
  }
}
