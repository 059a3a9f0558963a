/**
 * Runs sentence embedding models: finds them in the models folder, checks them, tokenises with DJL
 * and embeds with ONNX Runtime. The only room that knows DJL or ONNX Runtime. Uses {@code
 * embedding} and {@code paper}.
 */
@NullMarked
package dev.kindred.embedding.onnx;

import org.jspecify.annotations.NullMarked;
