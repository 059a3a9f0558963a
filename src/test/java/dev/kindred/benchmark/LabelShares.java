package dev.kindred.benchmark;

import dev.kindred.benchmark.AskedCollection.Found;
import dev.kindred.evaluation.JudgedQuery;
import dev.kindred.search.relevance.Label;
import dev.kindred.search.relevance.RelevanceEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which labels the first hits of some queries get, and where there are judgements how rightly. */
final class LabelShares {
  private static final int BINS = 5;
  private static final List<Double> CUTS = List.of(.05, .1, .15, .2, .3);

  private record Hit(double relevance, Label label, boolean right) {}

  private final List<Hit> hits = new ArrayList<>();
  private final List<Hit> best = new ArrayList<>();
  private final boolean judged;

  private LabelShares(boolean judged) {
    this.judged = judged;
  }

  /**
   * @param found the first hits of each query
   */
  static LabelShares of(QuerySet set, List<List<Found>> found, RelevanceEstimate estimate) {
    LabelShares shares = new LabelShares(set.judged());
    for (int i = 0; i < found.size(); i++) {
      shares.add(set.queries().get(i), found.get(i), estimate);
    }
    return shares;
  }

  private void add(JudgedQuery query, List<Found> found, RelevanceEstimate estimate) {
    List<Hit> labelled =
        found.stream()
            .map(hit -> {
              var relevance = estimate.of(hit.evidence());
              boolean right = query.judgements().getOrDefault(hit.id(), 0) > 0;
              return new Hit(relevance.value(), relevance.label(), right);
            })
            .toList();
    hits.addAll(labelled);
    best.add(labelled.stream().max(Comparator.comparingDouble(Hit::relevance)).orElseThrow());
  }

  String inWords() {
    String below =
        CUTS.stream()
            .map(cut -> cut + ": " + percent(best, hit -> hit.relevance() < cut))
            .collect(Collectors.joining(", "));
    String shares =
        "%d queries: best strong %s; of the first ten strong %s, related %s; best below %s"
            .formatted(
                best.size(),
                percent(best, hit -> hit.label() == Label.STRONG),
                percent(hits, hit -> hit.label() == Label.STRONG),
                percent(hits, hit -> hit.label() == Label.RELATED),
                below);
    return judged ? shares + rightness() : shares;
  }

  private String rightness() {
    String labels =
        Arrays.stream(Label.values())
            .map(label -> label + " " + right(hit -> hit.label() == label))
            .collect(Collectors.joining(", "));
    String bins =
        IntStream.range(0, BINS)
            .mapToObj(
                bin -> right(hit -> Math.min(BINS - 1, (int) (hit.relevance() * BINS)) == bin))
            .collect(Collectors.joining(", "));
    return "; right: " + labels + "; by fifths of relevance: " + bins;
  }

  private String right(Predicate<Hit> which) {
    List<Hit> some = hits.stream().filter(which).toList();
    return some.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%.2f (%d)", share(some, Hit::right), some.size());
  }

  private static String percent(List<Hit> hits, Predicate<Hit> which) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share(hits, which));
  }

  private static double share(List<Hit> hits, Predicate<Hit> which) {
    return (double) hits.stream().filter(which).count() / hits.size();
  }
}
