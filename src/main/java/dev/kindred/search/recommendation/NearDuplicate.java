package dev.kindred.search.recommendation;

import dev.kindred.paper.PaperId;

/**
 * A paper that is the same as another but for version or wording.
 *
 * @param similarity how much of the wording they share, .75 to 1; where the titles are the same,
 *     that share of the last quarter
 */
public record NearDuplicate(PaperId id, double similarity) {}
