/**
 * Papers as JSON, the one form that the API, the store and JSON-lines files share. Uses {@code
 * paper}.
 */
@NullMarked
package dev.kindred.paper.json;

import org.jspecify.annotations.NullMarked;
