/**
 * Who may do what, and how often: keys, roles, limits, CORS. Uses {@code paper} and {@code file}.
 */
@NullMarked
package dev.kindred.http.access;

import org.jspecify.annotations.NullMarked;
