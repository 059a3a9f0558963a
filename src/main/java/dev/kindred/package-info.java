/** The wiring: {@code Main} and the settings. May use every other package. */
@NullMarked
package dev.kindred;

import org.jspecify.annotations.NullMarked;
