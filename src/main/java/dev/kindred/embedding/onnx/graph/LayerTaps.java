package dev.kindred.embedding.onnx.graph;

import java.util.List;

/** Where in a source graph the {@link LayerMagnitudes} of a layer are to be seen. */
public record LayerTaps(Tap attention, Tap feedForward, Tap gelu) {

  /**
   * An output with one value for each token and channel.
   *
   * @param shift what is subtracted from it before its magnitude counts
   */
  public record Tap(String output, Channels shift) {}

  public List<Tap> all() {
    return List.of(attention, feedForward, gelu);
  }
}
