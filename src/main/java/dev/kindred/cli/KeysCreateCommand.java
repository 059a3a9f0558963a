package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.access.AllowedOrigins;
import dev.kindred.http.access.KeyFile;
import dev.kindred.http.access.KeyJson;
import dev.kindred.http.access.KeyRing;
import dev.kindred.http.access.Role;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a key. */
@Command(
    name = "create",
    description = "Make a key and print it. It cannot be shown again.",
    footerHeading = "%nExample:%n",
    footer = {"  kindred keys create --name \"our web site\" --origin https://lab.example"})
final class KeysCreateCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Mixin private final DataOption data = new DataOption();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "What to call it in lists, 1 to 100 characters.")
  private String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = {
        "What its owner may do: search (the default), write (search, put and delete papers), or"
            + " admin (all)."
      })
  private String role = Role.SEARCH.toString();

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN,…",
      description =
          "Origins whose pages alone may use it, as https://lab.example, with commas between them.")
  @Nullable String origins;

  @Option(
      names = "--expires",
      paramLabel = "DATE",
      description = "The day from which on it is of no use (UTC), as 2030-01-31.")
  @Nullable String expires;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  KeysCreateCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Options options = settings.apply(data.given());
    KeyRing ring = new KeyRing(new KeyFile(options.data()), InstantSource.system());
    KeyRing.Made made = ring.make(name, parsedRole(), parsedOrigins(), parsedExpiry());
    if (json) {
      ObjectNode answer = KeyJson.of(made.key()).put("key", made.secret());
      console.out().println(answer.toPrettyString());
    } else {
      console.out().println(made.secret());
      console
          .err()
          .println(
              "The key %s, for the role %s. It is shown this once."
                  .formatted(made.key().id(), made.key().role()));
    }
    return ExitCode.OK;
  }

  private Role parsedRole() {
    return Role.parse(role)
        .orElseThrow(() ->
            new InvalidSettings(
                "--role is %s; it must be %s".formatted(Quoted.of(role), Role.RULE)));
  }

  private Set<String> parsedOrigins() {
    if (origins == null) {
      return Set.of();
    }
    String given = origins;
    AllowedOrigins parsed =
        AllowedOrigins.parse(given)
            .filter(found -> !found.all())
            .orElseThrow(() ->
                new InvalidSettings(
                    "--origin is %s; it must be origins with commas between them, as"
                        .concat(" https://lab.example or http://localhost:3000")
                        .formatted(Quoted.of(given))));
    return parsed.listed();
  }

  private Optional<Instant> parsedExpiry() {
    if (expires == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(expires).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException noDate) {
      throw new InvalidSettings(
          "--expires is %s; it must be a date, as 2030-01-31".formatted(Quoted.of(expires)));
    }
  }
}
