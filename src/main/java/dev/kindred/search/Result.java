package dev.kindred.search;

import dev.kindred.paper.Paper;

/**
 * A paper in an answer.
 *
 * @param score orders the answer; comparable within one answer only. For a list that is ordered by
 *     date it is 0.
 */
public record Result(Paper paper, double score) {}
