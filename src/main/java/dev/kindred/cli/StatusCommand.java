package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.footprint.FolderSize;
import dev.kindred.paper.json.PaperJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how a collection is. */
@Command(
    name = "status",
    description =
        "Show how many papers there are, how far they are embedded, and what serves them.",
    footerHeading = "%nExample:%n",
    footer = "  kindred status --json")
final class StatusCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Mixin private final CollectionOptions collection = new CollectionOptions();

  @Option(names = "--json", description = "Answer in JSON, as the API does and more.")
  private boolean json;

  StatusCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Options options = settings.apply(collection.given());
    try (PaperSource papers = PaperSource.open(options)) {
      ObjectNode status = papers.status();
      if (options.server().isEmpty()) {
        status.set("store", store(options.data()));
      }
      if (json) {
        console.out().println(status.toPrettyString());
      } else {
        Table.lines(rows(status)).forEach(console.out()::println);
      }
    }
    return ExitCode.OK;
  }

  private static ObjectNode store(Path data) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("path", data.toAbsolutePath().normalize().toString());
    FolderSize.of(data).ifPresent(bytes -> json.put("bytes", bytes));
    return json;
  }

  static List<List<String>> rows(JsonNode status) {
    List<List<String>> rows = new ArrayList<>();
    for (String count : List.of("papers", "embedded", "pending", "failed", "truncated")) {
      rows.add(List.of(count, number(status.path(count))));
    }
    long sentences = status.path("sentences").path("papers").asLong();
    rows.add(List.of("sentences", "of " + Quantity.of(sentences, "paper")));
    rate(status.path("embedding")).forEach(rows::add);
    rows.add(List.of("model", status.path("model").path("name").asText()));
    JsonNode store = status.path("store");
    if (store.isObject()) {
      rows.add(List.of("store", store.path("path").asText()));
    }
    if (store.has("bytes")) {
      rows.add(List.of("on disk", Table.megabytes(store.path("bytes").asLong())));
    }
    String server =
        status.path("server").isTextual() ? status.path("server").asText() : "not running";
    rows.add(List.of("server", server));
    if (status.has("writer")) {
      rows.add(List.of("writer", status.path("writer").asText()));
    }
    return rows;
  }

  private static String number(JsonNode count) {
    return ProgressLine.number(count.asLong());
  }

  private static List<List<String>> rate(JsonNode embedding) {
    List<List<String>> rows = new ArrayList<>();
    double perSecond = embedding.path("papers_per_second").asDouble();
    if (perSecond > 0) {
      rows.add(List.of("rate", ProgressLine.rate(perSecond)));
    }
    long left = embedding.path("seconds_left").asLong();
    if (left > 0) {
      rows.add(List.of("time left", ProgressLine.clock(Duration.ofSeconds(left))));
    }
    return rows;
  }
}
