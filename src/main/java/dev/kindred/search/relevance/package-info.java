/**
 * How relevant a hit is, on a scale of its own: {@link
 * dev.kindred.search.relevance.RelevanceEstimate} turns one hit's scores into a probability and a
 * label, whatever else is in the list. {@link dev.kindred.search.relevance.Calibration} is what it
 * knows of a collection. Uses {@code index}, {@code embedding} and {@code paper}.
 */
@NullMarked
package dev.kindred.search.relevance;

import org.jspecify.annotations.NullMarked;
