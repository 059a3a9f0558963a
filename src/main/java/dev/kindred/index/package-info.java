/**
 * What a collection's index promises: papers with their words, fields and vectors in one place.
 * Uses {@code embedding} (types) and {@code paper}; {@code index.lucene} keeps the promises.
 */
@NullMarked
package dev.kindred.index;

import org.jspecify.annotations.NullMarked;
