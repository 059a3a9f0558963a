package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.embedding.ModelCard;
import dev.kindred.embedding.onnx.ListedModel;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.paper.json.PaperJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the models that are installed. */
@Command(
    name = "models",
    description = "List the models with licence, size, and how they read a text.",
    synopsisSubcommandLabel = "[COMMAND]",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  kindred models --json", "  kindred models optimise my-model"})
final class ModelsCommand implements Callable<Integer> {
  private static final List<String> HEADINGS =
      List.of("", "NAME", "LICENCE", "DIMENSION", "TOKENS", "POOLING", "SIZE");

  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Mixin private final ModelOptions models = new ModelOptions();

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  ModelsCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Options options = settings.apply(models.given());
    List<ListedModel> listed = ChosenModel.catalog(options).list();
    String chosen = options.model().orElse(ModelCatalog.DEFAULT);
    if (json) {
      console.out().println(json(listed, chosen).toPrettyString());
    } else {
      table(listed, chosen);
    }
    return ExitCode.OK;
  }

  private void table(List<ListedModel> listed, String chosen) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    for (ListedModel model : listed) {
      String mark = model.name().equals(chosen) ? "*" : "";
      switch (model) {
        case ListedModel.Usable(ModelCard card, long bytes) -> rows.add(row(mark, card, bytes));
        case ListedModel.Unusable unusable -> rows.add(List.of(mark, unusable.name(), "unusable"));
      }
    }
    Table.lines(rows).forEach(console.out()::println);
    console.out().println();
    for (ListedModel model : listed) {
      console.out().println(model.name());
      switch (model) {
        case ListedModel.Usable(ModelCard card, long _) -> describe(card);
        case ListedModel.Unusable unusable -> console.out().println("  " + unusable.reason());
      }
    }
    console.out().println("\n* is used by default or as set.");
  }

  private static List<String> row(String mark, ModelCard card, long bytes) {
    return List.of(
        mark,
        card.name(),
        card.licence(),
        "" + card.dimension(),
        "" + card.maxTokens(),
        card.pooling().name().toLowerCase(Locale.ROOT),
        Table.megabytes(bytes));
  }

  private void describe(ModelCard card) {
    console.out().println("  " + card.description());
    console.out().println("  from " + card.source());
    console.out().println("  before a query: " + prefix(card.queryPrefix()));
    console.out().println("  before a paper: " + prefix(card.passagePrefix()));
  }

  private static String prefix(String prefix) {
    return prefix.isEmpty() ? "nothing" : '"' + prefix + '"';
  }

  private static ObjectNode json(List<ListedModel> listed, String chosen) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    ArrayNode models = json.putArray("models");
    for (ListedModel model : listed) {
      ObjectNode node = models.addObject().put("name", model.name());
      node.put("chosen", model.name().equals(chosen));
      switch (model) {
        case ListedModel.Usable(ModelCard card, long bytes) -> write(card, bytes, node);
        case ListedModel.Unusable unusable ->
            node.put("usable", false).put("reason", unusable.reason());
      }
    }
    return json;
  }

  private static void write(ModelCard card, long bytes, ObjectNode node) {
    node.put("usable", true)
        .put("description", card.description())
        .put("licence", card.licence())
        .put("source", card.source())
        .put("dimension", card.dimension())
        .put("max_tokens", card.maxTokens())
        .put("pooling", card.pooling().name().toLowerCase(Locale.ROOT))
        .put("query_prefix", card.queryPrefix())
        .put("passage_prefix", card.passagePrefix())
        .put("bytes", bytes);
  }
}
