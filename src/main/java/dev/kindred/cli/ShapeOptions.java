package dev.kindred.cli;

import dev.kindred.search.FacetName;
import dev.kindred.search.FacetWish;
import dev.kindred.search.LeastRelevance;
import dev.kindred.search.ListShape;
import dev.kindred.search.Sort;
import dev.kindred.search.recommendation.Diversity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How what was found is ordered, cut and counted. */
final class ShapeOptions {
  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      defaultValue = "relevance",
      description =
          "relevance, date (newest first) or date_asc; by date what is hardly related is left out"
              + " (default: ${DEFAULT-VALUE}).")
  private Sort sort = Sort.RELEVANCE;

  @Option(
      names = "--min-relevance",
      paramLabel = "R",
      description = "Only papers at least so relevant: 0 to 1, or strong, related or weak.")
  private @Nullable String minRelevance;

  @Option(
      names = "--diversity",
      paramLabel = "D",
      defaultValue = "0",
      description =
          "How much papers should differ from those above them, 0 to 1 (default:"
              + " ${DEFAULT-VALUE}).")
  private double diversity;

  @Option(
      names = "--fold",
      description = "Show versions and near-duplicates of a paper beside it, not below it.")
  private boolean isFolded;

  @Option(
      names = "--facet",
      paramLabel = "FIELD",
      description =
          "Count the papers by category, author, year or metadata.NAME; may be given more than"
              + " once.")
  private List<String> facets = new ArrayList<>();

  ListShape shape() {
    return UsageRule.checked(() ->
        new ListShape(
            sort.byDate(),
            minRelevance == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(LeastRelevance.parse(minRelevance)),
            new Diversity(diversity),
            isFolded,
            new FacetWish(
                facets.stream().map(FacetName::parse).toList(), FacetWish.DEFAULT_LIMIT)));
  }
}
