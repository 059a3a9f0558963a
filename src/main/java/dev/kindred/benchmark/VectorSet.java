package dev.kindred.benchmark;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.List;
import java.util.function.Supplier;

/**
 * What an index is measured with.
 *
 * @param queries real vectors that are kept out of the index
 * @param vectors gives one after the other what is in it, {@code count} of them
 * @param real how many of these are real, or of the synthetic base
 */
public record VectorSet(List<Embedding> queries, Supplier<Embedding> vectors, int count, int real) {
  public VectorSet {
    queries = List.copyOf(queries);
  }

  /**
   * Parts a base of vectors: some are queries, the others are in the index, and as many more are
   * generated as are wanted.
   *
   * @param onlyGenerated leaves those of the base out, so that curves can be compared
   * @throws InvalidRequest if the base is too small for so many queries
   */
  public static VectorSet of(
      List<Embedding> base, int count, int queries, boolean onlyGenerated, long seed) {
    if (base.size() < 2 * queries) {
      throw new InvalidRequest(
          "there are %d vectors to begin with; %d queries need %d at least"
              .formatted(base.size(), queries, 2 * queries));
    }
    List<Embedding> drawn = GeneratedVectors.shuffled(base, seed);
    List<Embedding> rest = drawn.subList(queries, drawn.size());
    GeneratedVectors generated = new GeneratedVectors(rest, seed);
    int real = onlyGenerated ? 0 : Math.min(count, rest.size());
    var given = rest.subList(0, real).iterator();
    return new VectorSet(
        drawn.subList(0, queries),
        () -> given.hasNext() ? given.next() : generated.next(),
        count,
        real);
  }
}
