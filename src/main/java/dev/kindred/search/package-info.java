/**
 * Finding papers: {@link dev.kindred.search.SearchEngine} makes a list for a request once, keeps it
 * for a while and cuts pages from it. {@code ranking} orders, {@code relevance} judges, {@code
 * sentence} shows why, {@code recommendation} goes by examples; none of them knows this package.
 * Uses {@code index}, {@code embedding} and {@code paper}.
 */
@NullMarked
package dev.kindred.search;

import org.jspecify.annotations.NullMarked;
