package dev.kindred.search.recommendation;

import dev.kindred.paper.Paper;
import java.util.OptionalDouble;

/**
 * Two papers that are more or less the same.
 *
 * @param first the one whose id comes first
 * @param similarity 0 to 1: the share of words that both have, each as often as both have it. Where
 *     the titles are the same (and of four words or more) and the authors may be, the paper is,
 *     however it was rewritten: that share then takes the quarter from .75 to 1. Of papers whose
 *     titles name different numbers, as a series has them, and of few words (unless one only adds
 *     small ones) it counts three quarters. From .75 on they are the same but for version or
 *     wording.
 * @param cosine of their vectors, if both have one
 * @param sameTitle word for word
 */
public record DuplicatePair(
    Paper first, Paper second, double similarity, OptionalDouble cosine, boolean sameTitle) {}
