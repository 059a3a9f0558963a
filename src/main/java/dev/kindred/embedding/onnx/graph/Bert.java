package dev.kindred.embedding.onnx.graph;

import java.util.List;

/**
 * The weights of a BERT encoder.
 *
 * @param words one row for each token of the vocabulary
 * @param positions one row for each place in a text, the first token type added
 */
record Bert(Matrix words, Matrix positions, LayerNorm norm, List<BertLayer> layers, int heads) {
  Bert {
    layers = List.copyOf(layers);
  }
}
