package dev.kindred.embedding.onnx;

import dev.kindred.embedding.ModelCard;

/** A folder under {@code models/}, as a list shows it. */
public sealed interface ListedModel {
  /** The folder's name, which selects the model. */
  String name();

  /**
   * A model whose files are there and whole.
   *
   * @param bytes the size of weights and tokenizer
   */
  record Usable(ModelCard card, long bytes) implements ListedModel {
    @Override
    public String name() {
      return card.name();
    }
  }

  /**
   * A model that cannot be loaded.
   *
   * @param reason what is wrong and what mends it
   */
  record Unusable(String name, String reason) implements ListedModel {}
}
