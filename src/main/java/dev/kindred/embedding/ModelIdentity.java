package dev.kindred.embedding;

/**
 * What made a store's vectors. Vectors of different {@link Compatible} parts cannot be compared at
 * all; vectors of different {@link Recorded} parts differ by rounding, which is checked.
 */
public record ModelIdentity(Compatible compatible, Recorded recorded) {

  /**
   * The part that must be equal.
   *
   * @param weightsSha256 of the weights as published, before any rebuilding of the graph
   * @param composition the rule of {@link PassageText}
   * @param recipe name and version of what was done to the graph, "as published" if nothing
   */
  public record Compatible(
      String model,
      String weightsSha256,
      String tokenizerSha256,
      Pooling pooling,
      String queryPrefix,
      String passagePrefix,
      int maxTokens,
      int dimension,
      String composition,
      String recipe) {}

  /**
   * The part that is noted.
   *
   * @param graphSha256 of the graph that ran
   * @param runtime the inference engine and its version
   * @param processor the kind of CPU, as far as it changes rounding
   */
  public record Recorded(String graphSha256, String runtime, String processor) {}
}
