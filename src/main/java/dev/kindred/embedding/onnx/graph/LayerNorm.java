package dev.kindred.embedding.onnx.graph;

/** What a layer normalisation multiplies each channel by, and adds to it. */
record LayerNorm(Channels scale, Channels shift) {}
