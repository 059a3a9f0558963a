package dev.kindred.cli;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidSettings;
import dev.kindred.search.FilterFields;
import dev.kindred.search.Page;
import dev.kindred.search.recommendation.Diversity;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds papers near a paper. */
@Command(
    name = "similar",
    description = {
      "Show the papers that are most like a paper.",
      "",
      "Goes by meaning, and a little by the telling words they share."
    },
    footerHeading = "%nExample:%n",
    footer = "  kindred similar -n 5 2405.12345")
final class SimilarCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Parameters(paramLabel = "ID", description = "The paper's id, as a search shows it.")
  private String id = "";

  @Mixin private final DiversityOption diversity = new DiversityOption();
  @Mixin private final FilterOptions filter = new FilterOptions();
  @Mixin private final CollectionOptions collection = new CollectionOptions();

  @Option(names = "--json", description = "Answer in JSON, as the API does.")
  private boolean json;

  SimilarCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    PaperId paper =
        PaperId.parse(id)
            .orElseThrow(() ->
                new InvalidSettings(
                    "the id is %s; it must be %s".formatted(Quoted.of(id), PaperId.RULE)));
    Diversity diverse = diversity.get();
    Page page = filter.page();
    FilterFields wanted = filter.fields();
    try (PaperSource papers = PaperSource.open(settings.apply(collection.given()))) {
      AnswerPrinter.print(papers.similar(paper, wanted, diverse, page), json, console);
    }
    return ExitCode.OK;
  }
}
