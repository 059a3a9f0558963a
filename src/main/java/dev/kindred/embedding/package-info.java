/**
 * What an embedding is, what makes one, and which model a store's vectors came from. Uses {@code
 * paper}. The model itself runs in {@code embedding.onnx}.
 */
@NullMarked
package dev.kindred.embedding;

import org.jspecify.annotations.NullMarked;
