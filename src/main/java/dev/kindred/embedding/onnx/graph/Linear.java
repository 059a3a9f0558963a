package dev.kindred.embedding.onnx.graph;

import java.util.List;

/** Weights and what is added behind them. */
record Linear(Matrix weight, Channels bias) {

  /** For inputs that were divided by these factors. */
  Linear forInputsOver(Channels factors) {
    return new Linear(weight.scaledRows(factors), bias);
  }

  /** For inputs that all lack this. */
  Linear forInputsWithout(Channels shift) {
    return withBias(bias.plus(weight.apply(shift)));
  }

  /** Only these of its outputs. */
  Linear pickOutputs(List<Integer> channels) {
    return new Linear(weight.pickColumns(channels), bias.pick(channels));
  }

  /** What these of its inputs alone bring. */
  Linear pickInputs(List<Integer> channels) {
    return new Linear(weight.pickRows(channels), bias);
  }

  Linear withBias(Channels other) {
    return new Linear(weight, other);
  }

  Linear withoutBias() {
    return withBias(Channels.all(bias.size(), 0));
  }
}
