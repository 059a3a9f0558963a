/** Tests of the map. */
@NullMarked
package dev.kindred.map;

import org.jspecify.annotations.NullMarked;
