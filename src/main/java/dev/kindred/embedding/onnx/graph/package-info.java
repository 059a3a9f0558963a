/**
 * Rebuilds the graph of a BERT from its full-precision weights, for speed: fused operators and int8
 * weights. Only arithmetic and ONNX files, in a fixed order, so that the same weights give the same
 * bytes on every machine; nothing is run here. The only room that knows ONNX's protocol buffers.
 * Uses {@code embedding} and {@code paper}.
 */
@NullMarked
package dev.kindred.embedding.onnx.graph;

import org.jspecify.annotations.NullMarked;
