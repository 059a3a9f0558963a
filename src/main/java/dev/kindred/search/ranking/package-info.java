/**
 * From candidates to an ordered list: fusion of meaning and words, feedback, and the tiers that a
 * near miss cannot cross. {@link dev.kindred.search.ranking.Ranking} asks one view of the index;
 * the rest is pure arithmetic. Uses {@code index}, {@code embedding} and {@code paper}.
 */
@NullMarked
package dev.kindred.search.ranking;

import org.jspecify.annotations.NullMarked;
