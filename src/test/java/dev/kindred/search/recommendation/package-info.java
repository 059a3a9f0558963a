/** Arithmetic by hand-made vectors and words; lists and duplicates on the real index and model. */
@NullMarked
package dev.kindred.search.recommendation;

import org.jspecify.annotations.NullMarked;
