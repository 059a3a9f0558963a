/**
 * Points in the plane for vectors, so that what is near by cosine stays near. Seeded arithmetic
 * without threads, files or papers: the same vectors give the same points. Uses nothing of the
 * other packages; {@code map} builds on it.
 */
@NullMarked
package dev.kindred.map.layout;

import org.jspecify.annotations.NullMarked;
