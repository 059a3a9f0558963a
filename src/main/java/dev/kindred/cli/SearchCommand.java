package dev.kindred.cli;

import dev.kindred.search.ListShape;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
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
      "  kindred search --author Curie --published-from 1900 --json radium"
    })
final class SearchCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Parameters(
      arity = "1..*",
      paramLabel = "QUERY",
      description = "A question or words, in plain language; it has no syntax.")
  private List<String> words = List.of();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "hybrid",
      description = "hybrid, semantic or lexical (default: ${DEFAULT-VALUE}).")
  private SearchMode mode = SearchMode.HYBRID;

  @Mixin private final FilterOptions filter = new FilterOptions();
  @Mixin private final CollectionOptions collection = new CollectionOptions();

  @Option(names = "--json", description = "Answer in JSON, as the API does.")
  private boolean json;

  SearchCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    SearchQuery query =
        new SearchQuery(String.join(" ", words), mode, filter.filter().toFilter(), ListShape.PLAIN);
    try (PaperSource papers = PaperSource.open(settings.apply(collection.given()))) {
      AnswerPrinter.print(
          papers.search(query, filter.filter(), Showing.of(filter.page())), json, console);
    }
    return ExitCode.OK;
  }
}
