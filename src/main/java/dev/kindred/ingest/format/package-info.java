/**
 * Files of papers, one reader a format, and how a file's format is recognised. Uses {@code paper}.
 */
@NullMarked
package dev.kindred.ingest.format;

import org.jspecify.annotations.NullMarked;
