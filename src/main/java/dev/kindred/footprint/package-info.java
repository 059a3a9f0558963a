/** What processes and folders take of the machine. Uses nothing else of Kindred. */
@NullMarked
package dev.kindred.footprint;

import org.jspecify.annotations.NullMarked;
