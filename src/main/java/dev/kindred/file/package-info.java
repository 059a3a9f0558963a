/** Files that are never seen half written. Uses nothing of the others. */
@NullMarked
package dev.kindred.file;

import org.jspecify.annotations.NullMarked;
