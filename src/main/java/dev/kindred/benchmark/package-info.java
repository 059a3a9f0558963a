/**
 * What {@code ./kindred bench} measures: embedding, the index, serving and starting. It is given
 * what it compares and knows of no library. Uses {@code search}, {@code embedding}, {@code index}
 * and {@code paper}.
 */
@NullMarked
package dev.kindred.benchmark;

import org.jspecify.annotations.NullMarked;
