package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidSettings;
import dev.kindred.search.recommendation.DuplicateSearch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds papers that are there more than once. */
@Command(
    name = "duplicates",
    description = {
      "Find papers that are the same but for version or wording.",
      "",
      "Looks through the whole collection, or for one paper. The similarity is the share of words"
          + " that two papers have in common; under the same title and by the same authors a"
          + " rewritten abstract counts, too, from 0.75 on. Papers that are connected by pairs are"
          + " shown together."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  kindred duplicates", "  kindred duplicates --min-similarity 0.9 2405.12345"})
final class DuplicatesCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "A paper's id, to look for its duplicates only.")
  private @Nullable String id;

  @Option(
      names = "--min-similarity",
      paramLabel = "SHARE",
      defaultValue = "" + DuplicateSearch.DEFAULT_SIMILARITY,
      description = "How similar two papers are at least, 0.5 to 1 (default: ${DEFAULT-VALUE}).")
  private double minSimilarity;

  @Mixin private final CollectionOptions collection = new CollectionOptions();

  @Option(names = "--json", description = "Answer in JSON, as the API does.")
  private boolean json;

  DuplicatesCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    requireSimilarity();
    Optional<PaperId> one = Optional.ofNullable(id).map(DuplicatesCommand::paper);
    try (PaperSource papers = PaperSource.open(settings.apply(collection.given()))) {
      if (one.isPresent()) {
        ObjectNode answer = papers.duplicatesOf(one.get(), minSimilarity);
        print(answer, DuplicatesText.ofOne(answer));
      } else {
        ObjectNode answer = new DuplicateWalk(papers, minSimilarity).run(console);
        print(answer, DuplicatesText.ofAll(answer));
      }
    }
    return ExitCode.OK;
  }

  private void requireSimilarity() {
    if (!(minSimilarity >= DuplicateSearch.LOWEST_SIMILARITY && minSimilarity <= 1)) {
      throw new InvalidSettings(
          "--min-similarity is %s; it must be %s to 1"
              .formatted(minSimilarity, DuplicateSearch.LOWEST_SIMILARITY));
    }
  }

  private static PaperId paper(String text) {
    return PaperId.parse(text)
        .orElseThrow(() ->
            new InvalidSettings(
                "the id is %s; it must be %s".formatted(Quoted.of(text), PaperId.RULE)));
  }

  private void print(ObjectNode answer, List<String> lines) {
    if (json) {
      console.out().println(answer.toPrettyString());
    } else {
      lines.forEach(console.out()::println);
    }
  }
}
