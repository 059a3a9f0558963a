package dev.kindred.cli;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidSettings;
import dev.kindred.search.Page;
import dev.kindred.search.recommendation.Example;
import dev.kindred.search.recommendation.Examples;
import dev.kindred.search.recommendation.Recommender.Wish;
import dev.kindred.search.recommendation.Strategy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recommends papers by examples. */
@Command(
    name = "recommend",
    description = {
      "Recommend papers like some, and unlike others.",
      "",
      "Each paper says which liked example it is there for, and which telling words they share."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kindred recommend --like 2405.12345 --like 2406.00021 --unlike 2401.9",
      "  kindred recommend --like-text \"soil microbes and drought\" --diversity 0.3"
    })
final class RecommendCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Option(names = "--like", paramLabel = "ID", description = "A paper that is liked; repeatable.")
  private List<String> like = List.of();

  @Option(
      names = "--like-text",
      paramLabel = "TEXT",
      description = "A text like the papers that are wanted; repeatable.")
  private List<String> likeText = List.of();

  @Option(
      names = "--unlike",
      paramLabel = "ID",
      description = "A paper that is not liked; repeatable.")
  private List<String> unlike = List.of();

  @Option(
      names = "--unlike-text",
      paramLabel = "TEXT",
      description = "A text like papers that are not wanted; repeatable.")
  private List<String> unlikeText = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "ID",
      description = "A paper that is known already; repeatable.")
  private List<String> exclude = List.of();

  @Option(
      names = "--strategy",
      paramLabel = "STRATEGY",
      defaultValue = "mean",
      description =
          "mean: one interest, the middle of what is liked; best_score: several, each paper judged"
              + " by the nearest example (default: ${DEFAULT-VALUE}).")
  private Strategy strategy = Strategy.MEAN;

  @Mixin private final DiversityOption diversity = new DiversityOption();
  @Mixin private final FilterOptions filter = new FilterOptions();
  @Mixin private final CollectionOptions collection = new CollectionOptions();

  @Option(names = "--json", description = "Answer in JSON, as the API does.")
  private boolean json;

  RecommendCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Wish wish = new Wish(examples(), strategy, filter.filter(), diversity.get());
    Page page = filter.page();
    try (PaperSource papers = PaperSource.open(settings.apply(collection.given()))) {
      AnswerPrinter.print(papers.recommend(wish, page), json, console);
    }
    return ExitCode.OK;
  }

  private Examples examples() {
    List<Example> positive = examples(like, "--like", likeText);
    if (positive.isEmpty()) {
      throw new InvalidSettings(
          "nothing is liked; name a paper with --like, or describe one with --like-text");
    }
    List<Example> negative = examples(unlike, "--unlike", unlikeText);
    Set<PaperId> known = new HashSet<>(exclude.stream().map(id -> id("--exclude", id)).toList());
    return UsageRule.checked(() -> new Examples(positive, negative, known));
  }

  private static List<Example> examples(List<String> ids, String option, List<String> texts) {
    return Stream.concat(
            ids.stream().<Example>map(id -> new Example.OfPaper(id(option, id))),
            texts.stream().<Example>map(RecommendCommand::text))
        .toList();
  }

  private static Example text(String text) {
    return UsageRule.checked(() -> new Example.OfText(text));
  }

  private static PaperId id(String option, String text) {
    return PaperId.parse(text)
        .orElseThrow(() ->
            new InvalidSettings(
                "%s is %s; it must be %s".formatted(option, Quoted.of(text), PaperId.RULE)));
  }
}
