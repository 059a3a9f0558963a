/**
 * The API over HTTP: routes, parameters, answers, errors. Uses {@code search}, {@code ingest},
 * {@code index} (types), {@code embedding} (types) and {@code paper}. The only place that knows
 * Javalin, Jetty and HTTP statuses.
 */
@NullMarked
package dev.kindred.http;

import org.jspecify.annotations.NullMarked;
