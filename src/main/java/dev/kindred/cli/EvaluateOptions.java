package dev.kindred.cli;

import dev.kindred.evaluation.BeirFolder;
import dev.kindred.evaluation.EvaluationPlan;
import dev.kindred.evaluation.JudgedCollection;
import dev.kindred.evaluation.ModePair;
import dev.kindred.evaluation.TitleQueries;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.InvalidSettings;
import dev.kindred.search.SearchMode;
import dev.kindred.search.ranking.RankingMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is evaluated, and how. */
final class EvaluateOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "A BEIR folder: corpus.jsonl, queries.jsonl, qrels with a file for each split.")
  private @Nullable Path folder;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "Which file of qrels (default: test, or the only one).")
  private @Nullable String split;

  @Option(
      names = "--titles",
      paramLabel = "FILE",
      description =
          "Instead of DIR: papers in any format that import reads, each stored without its title;"
              + " the titles are the queries.")
  private @Nullable Path titles;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "With --titles: only the first so many papers.")
  private @Nullable Integer limit;

  @Option(
      names = "--queries",
      paramLabel = "N",
      description = "With --titles: ask for so many of the papers, drawn at random.")
  private @Nullable Integer queries;

  @Mixin private final FormatOptions format = new FormatOptions();

  @Option(
      names = "--mode",
      paramLabel = "MODES",
      split = ",",
      defaultValue = "semantic,lexical,hybrid",
      description = "The modes to put side by side (default: ${DEFAULT-VALUE}).")
  private List<SearchMode> modes = EvaluationPlan.ORDER;

  @Option(
      names = "--compare",
      paramLabel = "A,B",
      split = ",",
      description = "The two modes to compare (default: hybrid and the better of the others).")
  private List<SearchMode> compared = List.of();

  @Option(
      names = "--fusion",
      paramLabel = "METHOD",
      defaultValue = "feedback",
      description =
          "How the hybrid mode ranks: feedback, background, min-max or rrf (default:"
              + " ${DEFAULT-VALUE}, what users get).")
  private RankingMethod method = RankingMethod.FEEDBACK;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of all that is drawn at random (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  /**
   * Checks the options against each other, before anything is read.
   *
   * @throws InvalidSettings naming the first that does not fit
   */
  EvaluationPlan plan() {
    if ((folder == null) == (titles == null)) {
      throw new InvalidSettings("either DIR or --titles FILE must be given, and not both");
    }
    if (titles == null && (limit != null || queries != null)) {
      throw new InvalidSettings("--limit and --queries go with --titles only");
    }
    if (titles != null && split != null) {
      throw new InvalidSettings("--split goes with DIR only");
    }
    requirePositive("--limit", limit);
    requirePositive("--queries", queries);
    return new EvaluationPlan(modes, pair(), seed, LuceneStore.SCANNED_AT_MOST);
  }

  RankingMethod method() {
    return method;
  }

  private static void requirePositive(String option, @Nullable Integer number) {
    if (number != null && number < 1) {
      throw new InvalidSettings("%s is %d; it must be 1 or more".formatted(option, number));
    }
  }

  private Optional<ModePair> pair() {
    if (compared.isEmpty()) {
      return Optional.empty();
    }
    if (compared.size() != 2
        || compared.getFirst() == compared.getLast()
        || !modes.containsAll(compared)) {
      String given = String.join(",", compared.stream().map(SearchMode::name).toList());
      throw new InvalidSettings(
          "--compare is %s; it must be two different modes that --mode has, as hybrid,lexical"
              .formatted(Quoted.of(given.toLowerCase(Locale.ROOT))));
    }
    return Optional.of(new ModePair(compared.getFirst(), compared.getLast()));
  }

  /** The folder or file that is read; {@link #plan} has checked that there is one. */
  Path input() {
    return Stream.of(Optional.ofNullable(folder), Optional.ofNullable(titles))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Reads it.
   *
   * @throws InvalidRequest naming what is missing, malformed or damaged
   * @throws InvalidSettings naming the splits, if none of them is meant
   */
  JudgedCollection read() {
    try {
      return folder == null
          ? TitleQueries.read(input(), format.reading(), all(limit), all(queries), seed)
          : judged(folder);
    } catch (IOException damaged) {
      throw new InvalidRequest(String.valueOf(damaged.getMessage()));
    }
  }

  private JudgedCollection judged(Path beir) throws IOException {
    Optional<String> named = Optional.ofNullable(split);
    Optional<String> undecided = BeirFolder.undecided(beir, named);
    if (undecided.isPresent()) {
      throw new InvalidSettings(undecided.get());
    }
    return BeirFolder.read(beir, named);
  }

  private static int all(@Nullable Integer atMost) {
    return atMost == null ? Integer.MAX_VALUE : atMost;
  }
}
