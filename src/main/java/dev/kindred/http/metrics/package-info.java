/**
 * Numbers of a running server for Prometheus, by Micrometer, which is used here alone. Knows what a
 * search answers and how an index is, and nothing of HTTP.
 */
@NullMarked
package dev.kindred.http.metrics;

import org.jspecify.annotations.NullMarked;
