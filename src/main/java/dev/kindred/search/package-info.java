/**
 * Finding papers: queries, ranking by meaning and words together, similar papers. Uses {@code
 * index}, {@code embedding} and {@code paper}.
 */
@NullMarked
package dev.kindred.search;

import org.jspecify.annotations.NullMarked;
