/**
 * The commands, what they show on a terminal, and how they find a running server. May use every
 * room but the wiring; picocli stays in here.
 */
@NullMarked
package dev.kindred.cli;

import org.jspecify.annotations.NullMarked;
