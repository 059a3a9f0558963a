/** Papers as programs that keep references read them. Knows papers and nothing else. */
@NullMarked
package dev.kindred.paper.citation;

import org.jspecify.annotations.NullMarked;
