/**
 * What a server has done of late, for whoever runs it: in memory only, of bounded size, and gone
 * with the process. Knows papers and what a search answers, and nothing of HTTP.
 */
@NullMarked
package dev.kindred.http.activity;

import org.jspecify.annotations.NullMarked;
