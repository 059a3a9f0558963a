package dev.kindred.cli;

import dev.kindred.ingest.EmbeddingProgress;
import dev.kindred.ingest.Import;
import dev.kindred.ingest.IndexSink;
import dev.kindred.ingest.format.PaperFile;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves sample papers, to try Kindred without any of one's own. */
@Command(
    name = "demo",
    description = {
      "Serve 120 sample papers from a temporary folder.",
      "",
      "It is ready when all of them are embedded, which takes some seconds, and leaves nothing"
          + " behind."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  kindred demo", "  kindred demo --port 0        on any free port"})
final class DemoCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;
  private final String version;

  @Mixin private final ListenOptions listen = new ListenOptions();
  @Mixin private final ModelOptions model = new ModelOptions();
  @Mixin private final SentenceOption sentences = new SentenceOption();

  @Option(
      names = "--rehearse",
      hidden = true,
      description = "Ask it some questions and end, as the launcher does to train the JVM's cache.")
  private boolean rehearse;

  DemoCommand(Console console, Function<Map<Setting, String>, Options> settings, String version) {
    this.console = console;
    this.settings = settings;
    this.version = version;
  }

  @Override
  public Integer call() throws IOException {
    Map<Setting, String> given = new EnumMap<>(listen.given());
    given.putAll(model.given());
    given.putAll(sentences.given());
    try (Shutdown shutdown = Shutdown.expect();
        TemporaryFolder folder = TemporaryFolder.create("kindred-demo-")) {
      given.put(Setting.DATA, folder.path().toString());
      Options options = settings.apply(given);
      ListenOptions.requireFree(options);
      ServerKeys.require(options, console);
      try (OpenCollection collection = OpenCollection.open(options)) {
        putSamples(collection);
        Supplier<EmbeddingProgress> embedding = collection.embed();
        if (new EmbeddingWait(embedding).run(console, shutdown)) {
          serve(collection, embedding, options, shutdown);
        }
      }
      return shutdown.exitCode(ExitCode.OK);
    }
  }

  private static void putSamples(OpenCollection collection) throws IOException {
    Import imported =
        new Import(
            new IndexSink(collection.index()),
            true,
            rejected -> {
              throw new IllegalStateException("a sample is bad: " + rejected);
            });
    try (PaperFile file = SamplePapers.open()) {
      imported.run("samples", file);
    }
  }

  private void serve(
      OpenCollection collection,
      Supplier<EmbeddingProgress> embedding,
      Options options,
      Shutdown shutdown) {
    try (Service service = Service.start(collection, embedding, options, version)) {
      if (!service.awaitReady(shutdown)) {
        return;
      }
      if (rehearse) {
        Rehearsal.at(service.url());
      } else {
        collection.drawMap();
        if (options.sentenceVectors()) {
          collection.embedSentences();
        }
        console
            .out()
            .println("Kindred serves %s at %s".formatted(collection.inWords(), service.url()));
        console
            .out()
            .println(
                "Try: curl '%s/v1/search?q=how+do+plants+sense+drought'".formatted(service.url()));
        console.out().println("Ctrl-C ends it.");
        shutdown.await();
      }
    }
  }
}
