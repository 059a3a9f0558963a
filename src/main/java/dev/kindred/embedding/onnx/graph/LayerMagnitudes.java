package dev.kindred.embedding.onnx.graph;

/**
 * The greatest magnitude seen in each channel at three places of a layer.
 *
 * @param attention what goes into query, key and value, without its normalisation's shift
 * @param feedForward what goes into the feed-forward layer, likewise
 * @param gelu what comes out of its GELU
 */
public record LayerMagnitudes(Channels attention, Channels feedForward, Channels gelu) {}
