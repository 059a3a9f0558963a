/**
 * The API over HTTP: routes, parameters, answers, errors. Uses {@code search}, {@code ingest},
 * {@code index} (types), {@code embedding} (types) and {@code paper}. The only place that knows
 * Javalin and Jetty, and that decides which HTTP status an answer has.
 */
@NullMarked
package dev.kindred.http;

import org.jspecify.annotations.NullMarked;
