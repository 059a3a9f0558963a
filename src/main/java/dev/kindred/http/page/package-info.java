/**
 * What browsers get: the files of the pages, and pages that are filled here. Knows papers and what
 * a search answers, and nothing of HTTP but types and names of content.
 */
@NullMarked
package dev.kindred.http.page;

import org.jspecify.annotations.NullMarked;
