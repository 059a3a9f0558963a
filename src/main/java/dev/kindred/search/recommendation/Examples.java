package dev.kindred.search.recommendation;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What papers to recommend are judged by. Invalid ones cannot exist: something must be liked, and
 * nothing can be named twice, be it as liked and disliked.
 *
 * @param positive liked
 * @param negative disliked; may be empty
 * @param known papers that are not to be recommended, besides the examples themselves
 */
public record Examples(List<Example> positive, List<Example> negative, Set<PaperId> known) {
  /** Positive and negative ones together. */
  public static final int MAX_EXAMPLES = 100;

  /** More than anyone has read. */
  public static final int MAX_KNOWN = 10_000;

  public Examples {
    positive = List.copyOf(positive);
    negative = List.copyOf(negative);
    known = Set.copyOf(known);
    if (positive.isEmpty()) {
      throw new InvalidRequest("positive is empty; it needs at least one paper or text");
    }
    int count = positive.size() + negative.size();
    if (count > MAX_EXAMPLES) {
      throw new InvalidRequest(
          "positive and negative have %d examples together; at most %d are allowed"
              .formatted(count, MAX_EXAMPLES));
    }
    if (known.size() > MAX_KNOWN) {
      throw new InvalidRequest(
          "exclude has %d ids; at most %d are allowed".formatted(known.size(), MAX_KNOWN));
    }
    requireDistinct("positive", positive);
    requireDistinct("negative", negative);
    requireNoneInBoth(positive, negative);
  }

  /** One paper alone. */
  static Examples of(PaperId id) {
    return new Examples(List.of(new Example.OfPaper(id)), List.of(), Set.of());
  }

  private static void requireDistinct(String field, List<Example> examples) {
    Set<Example> seen = new HashSet<>();
    for (Example example : examples) {
      if (!seen.add(example)) {
        throw new InvalidRequest(
            "%s has %s twice; give each example once".formatted(field, inWords(example)));
      }
    }
  }

  private static void requireNoneInBoth(List<Example> positive, List<Example> negative) {
    String both =
        positive.stream()
            .filter(Set.copyOf(negative)::contains)
            .map(Examples::inWords)
            .collect(Collectors.joining(", "));
    if (!both.isEmpty()) {
      throw new InvalidRequest(
          "%s is liked and disliked at once; it can be one of them only".formatted(both));
    }
  }

  private static String inWords(Example example) {
    return switch (example) {
      case Example.OfPaper(var id) -> "the paper " + Quoted.of(id.value());
      case Example.OfText(var text) -> "the text " + Quoted.of(text);
    };
  }

  /** The papers among the examples. */
  Set<PaperId> papers() {
    return Stream.of(positive, negative)
        .flatMap(Collection::stream)
        .filter(Example.OfPaper.class::isInstance)
        .map(example -> ((Example.OfPaper) example).id())
        .collect(Collectors.toSet());
  }
}
