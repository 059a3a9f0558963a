/**
 * A map of the collection: its papers as points in the plane by meaning, in regions named by their
 * telling words. Made in the background ({@link dev.kindred.map.MapWorker}), kept in a file, given
 * out as one unchanging {@link dev.kindred.map.CollectionMap}. The arithmetic is in {@code layout}.
 * Uses {@code index}, {@code embedding} and {@code paper}.
 */
@NullMarked
package dev.kindred.map;

import org.jspecify.annotations.NullMarked;
