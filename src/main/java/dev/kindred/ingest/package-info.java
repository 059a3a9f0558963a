/**
 * How papers get in: imports, and the workers that embed what is pending and, in idle time,
 * sentences. Uses {@code index}, {@code embedding} and {@code paper}; {@code ingest.format} has a
 * reader for each file format.
 */
@NullMarked
package dev.kindred.ingest;

import org.jspecify.annotations.NullMarked;
