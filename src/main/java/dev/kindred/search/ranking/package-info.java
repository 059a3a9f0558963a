/**
 * From candidates to an ordered list: fusion of meaning and words, feedback, and the tiers that a
 * near miss cannot cross. {@link dev.kindred.search.ranking.Ranking} and {@link
 * dev.kindred.search.ranking.Tiers} ask one view of the index, in part on a second thread; fusion,
 * feedback and rare words are pure arithmetic. Uses {@code search.relevance}, {@code index}, {@code
 * embedding} and {@code paper}.
 */
@NullMarked
package dev.kindred.search.ranking;

import org.jspecify.annotations.NullMarked;
