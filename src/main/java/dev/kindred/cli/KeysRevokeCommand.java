package dev.kindred.cli;

import dev.kindred.http.access.ApiKey;
import dev.kindred.http.access.KeyFile;
import dev.kindred.http.access.KeyRing;
import dev.kindred.paper.Quoted;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a key useless. */
@Command(name = "revoke", description = "Make a key useless, for good.")
final class KeysRevokeCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Mixin private final DataOption data = new DataOption();

  @Parameters(paramLabel = "ID", description = "The id of the key, as kindred keys list shows it.")
  private String id = "";

  KeysRevokeCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    KeyRing ring =
        new KeyRing(new KeyFile(settings.apply(data.given()).data()), InstantSource.system());
    ApiKey revoked = ring.revoke(id);
    console.out().println("Revoked %s (%s).".formatted(revoked.id(), Quoted.of(revoked.name())));
    return ExitCode.OK;
  }
}
