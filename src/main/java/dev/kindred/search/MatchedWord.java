package dev.kindred.search;

/**
 * A word of the query that a paper has, in this or another form.
 *
 * @param word as the query has it
 * @param stem what it was found by
 * @param weight what it can add to BM25
 * @param title how often it is in the title
 * @param abstractText how often in the abstract
 * @param authors how often in the names of authors, unstemmed
 */
public record MatchedWord(
    String word, String stem, double weight, int title, int abstractText, int authors) {}
