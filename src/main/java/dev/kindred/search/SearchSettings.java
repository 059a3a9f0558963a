package dev.kindred.search;

import dev.kindred.embedding.CosineBand;
import dev.kindred.search.ranking.RankingMethod;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a search engine goes by.
 *
 * @param method how meaning and words become one order
 * @param band the collection's or the model's, by which relevance is told; asked for when a query
 *     is embedded
 * @param clock by which kept lists expire
 */
public record SearchSettings(
    RankingMethod method, Supplier<Optional<CosineBand>> band, InstantSource clock) {
  public static SearchSettings of(Supplier<Optional<CosineBand>> band) {
    return new SearchSettings(RankingMethod.FEEDBACK, band, InstantSource.system());
  }
}
