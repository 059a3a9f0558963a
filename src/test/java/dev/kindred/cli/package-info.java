/** Commands run in this process, with real stores, models and servers. */
@NullMarked
package dev.kindred.cli;

import org.jspecify.annotations.NullMarked;
