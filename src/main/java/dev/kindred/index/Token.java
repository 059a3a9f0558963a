package dev.kindred.index;

import java.util.Optional;

/**
 * A word of a text as the index sees it.
 *
 * @param exact without case and accents
 * @param stem what the words of papers are matched by; none for a stop word
 * @param start where it begins in the text, in chars
 * @param end where it ends, exclusive
 */
public record Token(String exact, Optional<String> stem, int start, int end) {}
