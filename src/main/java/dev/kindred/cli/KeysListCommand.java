package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.access.ApiKey;
import dev.kindred.http.access.KeyFile;
import dev.kindred.http.access.KeyJson;
import dev.kindred.paper.json.PaperJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the keys. */
@Command(name = "list", description = "List all keys, those of no use any more, too.")
final class KeysListCommand implements Callable<Integer> {
  private static final List<String> HEADINGS =
      List.of("ID", "ROLE", "CREATED", "STATE", "NAME", "ORIGINS");

  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  KeysListCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    List<ApiKey> keys = new KeyFile(settings.apply(data.given()).data()).read();
    if (json) {
      ObjectNode answer = PaperJson.MAPPER.createObjectNode();
      ArrayNode array = answer.putArray("keys");
      keys.forEach(key -> array.add(KeyJson.of(key)));
      console.out().println(answer.toPrettyString());
    } else if (keys.isEmpty()) {
      console.out().println("There are no keys; kindred keys create makes one.");
    } else {
      table(keys);
    }
    return ExitCode.OK;
  }

  private void table(List<ApiKey> keys) {
    Instant now = Instant.now();
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    for (ApiKey key : keys) {
      rows.add(
          List.of(
              key.id(),
              key.role().toString(),
              key.created().toString(),
              state(key, now),
              key.name(),
              String.join(" ", new TreeSet<>(key.origins()))));
    }
    Table.lines(rows).forEach(console.out()::println);
  }

  private static String state(ApiKey key, Instant now) {
    if (key.revoked().isPresent()) {
      return "revoked " + key.revoked().get();
    }
    if (key.expires().isEmpty()) {
      return "valid";
    }
    return (key.isValid(now) ? "valid until " : "expired ") + key.expires().get();
  }
}
