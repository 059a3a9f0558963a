package dev.kindred.search;

import dev.kindred.search.ranking.RankedList;
import dev.kindred.search.relevance.Evidence;
import dev.kindred.search.relevance.RelevanceEstimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is left of a ranked list when the irrelevant is cut off. Pure arithmetic.
 *
 * @param leftOut how many were cut off
 * @param fit of the best of all, cut off or not
 * @param mayMissSome whether papers that were no candidates could belong here
 */
record CutList(List<JudgedHit> hits, int leftOut, Fit fit, boolean mayMissSome) {
  /**
   * @param least the relevance that hits must have; without it all stay, unless nothing fits
   * @param mayBeEmpty whether none stays where nothing fits
   */
  static CutList of(
      RankedList ranked, RelevanceEstimate estimate, OptionalDouble least, boolean mayBeEmpty) {
    List<JudgedHit> judged =
        ranked.hits().stream()
            .map(hit -> JudgedHit.of(hit, estimate.of(ranked.evidence(hit))))
            .toList();
    Optional<JudgedHit> best =
        judged.stream().max(Comparator.comparingDouble(hit -> hit.relevance().value()));
    Fit fit = best.map(hit -> fit(hit, ranked, estimate)).orElse(Fit.NONE);
    if (fit == Fit.NONE && mayBeEmpty && least.isEmpty()) {
      return nothingOf(ranked);
    }
    double from = least.orElse(0);
    List<JudgedHit> kept =
        judged.stream().filter(hit -> hit.isKept() || hit.relevance().value() >= from).toList();
    return new CutList(
        kept,
        judged.size() - kept.size(),
        fit,
        ranked.outside().stream().anyMatch(outside -> reaches(from, outside, estimate)));
  }

  /** What is left where nothing fits. */
  static CutList nothingOf(RankedList ranked) {
    return new CutList(List.of(), ranked.hits().size(), Fit.NONE, false);
  }

  private static boolean reaches(double least, Evidence outside, RelevanceEstimate estimate) {
    return estimate.of(outside).value() >= least;
  }

  private static Fit fit(JudgedHit best, RankedList ranked, RelevanceEstimate estimate) {
    if (!best.isKept() && estimate.nothingFits(ranked.evidence(best.hit()))) {
      return Fit.NONE;
    }
    return switch (best.relevance().label()) {
      case STRONG -> Fit.STRONG;
      case RELATED -> Fit.RELATED;
      case WEAK -> Fit.WEAK;
    };
  }
}
