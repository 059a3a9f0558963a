package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Words;

/**
 * An example with what it is compared by.
 *
 * @param text that its telling words are taken from
 * @param truncated whether its end was left out when it was embedded for the purpose
 */
record ResolvedExample(Example example, Embedding embedding, String text, boolean truncated) {
  Words words() {
    return Words.tellingOf(text);
  }
}
