/** What a user does, with the real launcher in processes of its own. Run after the jar is built. */
@NullMarked
package dev.kindred.journey;

import org.jspecify.annotations.NullMarked;
