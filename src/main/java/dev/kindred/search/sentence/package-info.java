/**
 * Why a paper is there: which of its words match the query, and which sentence of its abstract
 * answers it best. May use {@code index}, {@code embedding} and {@code paper}, not {@code search}.
 */
@NullMarked
package dev.kindred.search.sentence;

import org.jspecify.annotations.NullMarked;
