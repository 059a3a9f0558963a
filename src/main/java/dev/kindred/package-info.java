/** The start: {@code Main}, the settings and the console. May use every other package. */
@NullMarked
package dev.kindred;

import org.jspecify.annotations.NullMarked;
