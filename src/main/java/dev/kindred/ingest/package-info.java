/**
 * How papers get in: imports, and the worker that embeds what is pending. Uses {@code index},
 * {@code embedding} and {@code paper}; {@code ingest.format} has a reader for each file format.
 */
@NullMarked
package dev.kindred.ingest;

import org.jspecify.annotations.NullMarked;
