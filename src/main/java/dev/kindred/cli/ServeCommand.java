package dev.kindred.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves a store over HTTP until told to end. */
@Command(
    name = "serve",
    description = {
      "Serve the store over HTTP, and embed what is pending.",
      "",
      "Ctrl-C or SIGTERM ends it: requests in flight are answered, and what is being embedded is"
          + " kept. While it runs, the other commands find it through serving.json in the data"
          + " folder, which only its owner can read."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  kindred serve", "  kindred serve --data /srv/papers --host 0.0.0.0 --port 80"})
final class ServeCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;
  private final String version;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final ListenOptions listen = new ListenOptions();
  @Mixin private final SentenceOption sentences = new SentenceOption();
  @Mixin private final VectorOption vectors = new VectorOption();

  ServeCommand(Console console, Function<Map<Setting, String>, Options> settings, String version) {
    this.console = console;
    this.settings = settings;
    this.version = version;
  }

  @Override
  public Integer call() {
    Map<Setting, String> given = new EnumMap<>(store.given());
    given.putAll(listen.given());
    given.putAll(sentences.given());
    given.putAll(vectors.given());
    Options options = settings.apply(given);
    ListenOptions.requireFree(options);
    ServerKeys.require(options, console);
    try (Shutdown shutdown = Shutdown.expect();
        OpenCollection collection = OpenCollection.open(options);
        Service service = Service.start(collection, collection.embed(), options, version)) {
      if (service.awaitReady(shutdown)) {
        collection.drawMap();
        if (options.sentenceVectors()) {
          collection.embedSentences();
        }
        console
            .out()
            .println("Kindred serves %s at %s".formatted(collection.inWords(), service.url()));
        shutdown.await();
      }
      return shutdown.exitCode(ExitCode.OK);
    }
  }
}
