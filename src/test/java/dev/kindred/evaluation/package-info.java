/** Metrics by hand-computed figures, folders and caches as files, the real index and model. */
@NullMarked
package dev.kindred.evaluation;

import org.jspecify.annotations.NullMarked;
