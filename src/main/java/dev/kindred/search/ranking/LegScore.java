package dev.kindred.search.ranking;

import java.util.OptionalInt;

/**
 * What one leg says of a hit.
 *
 * @param rank in that leg's own list, from 1; none if it is there by the other leg
 * @param value the cosine, or BM25
 */
public record LegScore(OptionalInt rank, double value) {}
