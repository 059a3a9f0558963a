package dev.kindred.embedding.onnx.graph;

/**
 * The weights of one encoder layer.
 *
 * @param output behind the attention
 * @param up into the wide feed-forward layer, before its GELU
 * @param down out of it
 */
record BertLayer(
    Linear query,
    Linear key,
    Linear value,
    Linear output,
    LayerNorm attentionNorm,
    Linear up,
    Linear down,
    LayerNorm outputNorm) {

  /**
   * The same function for states that lack their normalisation's shift, those that come in and
   * those between attention and feed-forward layer. What such states are added to brings the shift
   * along.
   */
  BertLayer withoutShifts(LayerNorm before) {
    Channels missing = before.shift();
    Channels missingInside = attentionNorm.shift();
    return new BertLayer(
        query.forInputsWithout(missing),
        key.forInputsWithout(missing),
        value.forInputsWithout(missing),
        output.withBias(output.bias().plus(missing)),
        attentionNorm,
        up.forInputsWithout(missingInside),
        down.withBias(down.bias().plus(missingInside)),
        outputNorm);
  }

  /**
   * The same function with less to compute and less to lose by rounding.
   *
   * <ul>
   *   <li>A key's bias adds the same to all scores of a query, which softmax does not see.
   *   <li>Attention weights sum to one, so a value's bias passes through them unchanged; it is
   *       added behind the output instead.
   *   <li>The values' channels are made equally large, and the output's rows make up for it: what
   *       the attention gives is quantised with one scale.
   * </ul>
   */
  BertLayer simplified() {
    Channels norms = value.weight().columnNorms().orOne();
    Channels throughOutput = output.weight().apply(value.bias());
    return new BertLayer(
        query,
        key.withoutBias(),
        new Linear(value.weight().dividedColumns(norms), value.bias()).withoutBias(),
        new Linear(output.weight().scaledRows(norms), output.bias().plus(throughOutput)),
        attentionNorm,
        up,
        down,
        outputNorm);
  }
}
