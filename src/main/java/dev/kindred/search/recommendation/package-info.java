/**
 * Papers from papers: what is like one paper, or like many and unlike others; how a list is made
 * diverse; which papers are the same but for version or wording. Uses {@code index}, {@code
 * embedding} and {@code paper}. {@code search} builds on it.
 */
@NullMarked
package dev.kindred.search.recommendation;

import org.jspecify.annotations.NullMarked;
