/**
 * How well search finds: collections with judgements, metrics, significance, and the run that puts
 * the modes side by side. Uses {@code search}, {@code ingest.format}, {@code index}, {@code
 * embedding} and {@code paper}.
 */
@NullMarked
package dev.kindred.evaluation;

import org.jspecify.annotations.NullMarked;
