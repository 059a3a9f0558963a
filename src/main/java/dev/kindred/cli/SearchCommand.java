package dev.kindred.cli;

import dev.kindred.index.Filter;
import dev.kindred.search.ListShape;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import dev.kindred.search.sentence.Passages;
import dev.kindred.search.sentence.SentenceWish;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches a collection. */
@Command(
    name = "search",
    description = "Search the papers by meaning and words.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  kindred search \"how do plants sense drought\"",
      "  kindred search --author Curie --published-from 1900 --json radium",
      "  kindred search --year 2020-2024 --facet category --explain \"reef fish\""
    })
final class SearchCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Parameters(
      arity = "1..*",
      paramLabel = "QUERY",
      description =
          "A question or words, in plain language; what stands in quotation marks is found exactly"
              + " so.")
  private List<String> words = List.of();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "hybrid",
      description = "hybrid, semantic or lexical (default: ${DEFAULT-VALUE}).")
  private SearchMode mode = SearchMode.HYBRID;

  @Mixin private final FilterOptions filter = new FilterOptions();
  @Mixin private final ShapeOptions shape = new ShapeOptions();

  @Option(names = "--explain", description = "Tell of each paper how it got its place.")
  private boolean isExplained;

  @Option(
      names = "--sentences-exact",
      description =
          "Look for the sentences that answer with the model, which takes a while; "
              + Passages.MAX_EMBEDDED
              + " sentences at most are embedded, the rest are judged by words and position.")
  private boolean hasExactSentences;

  @Mixin private final CollectionOptions collection = new CollectionOptions();

  @Option(names = "--json", description = "Answer in JSON, as the API does.")
  private boolean json;

  SearchCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    SentenceWish sentences = hasExactSentences ? SentenceWish.EXACT : SentenceWish.AS_AVAILABLE;
    Showing showing = new Showing(filter.page(), isExplained, sentences);
    Filter wanted = filter.filter();
    ListShape list = shape.shape();
    SearchQuery query =
        UsageRule.checked(() -> new SearchQuery(String.join(" ", words), mode, wanted, list));
    try (PaperSource papers = PaperSource.open(settings.apply(collection.given()))) {
      AnswerPrinter.print(papers.search(query, showing), json, console);
    }
    return ExitCode.OK;
  }
}
