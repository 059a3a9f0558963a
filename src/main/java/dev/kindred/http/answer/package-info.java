/** What is answered, as JSON. */
@NullMarked
package dev.kindred.http.answer;

import org.jspecify.annotations.NullMarked;
