/** Tests of the arithmetic of the map. */
@NullMarked
package dev.kindred.map.layout;

import org.jspecify.annotations.NullMarked;
