/**
 * The vocabulary: a paper, its id, its authors and its date, and everything the service understands
 * and will not do. Uses nothing else of Kindred.
 */
@NullMarked
package dev.kindred.paper;

import org.jspecify.annotations.NullMarked;
