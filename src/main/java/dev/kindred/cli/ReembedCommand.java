package dev.kindred.cli;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.index.lucene.ReadOnlyStore;
import dev.kindred.paper.Rejection.Unavailable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes vectors anew. */
@Command(
    name = "reembed",
    description = {
      "Make the vectors anew with another model, or try failed papers again.",
      "",
      "For another model no server may run on the data folder. Words and fields stay, so that the"
          + " papers are found by words meanwhile. When it was stopped, running it again goes on,"
          + " and so does serve with the same model."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  kindred reembed --model e5-small-v2", "  kindred reembed --failed"})
final class ReembedCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Option(
      names = "--failed",
      description = "Only papers that could not be embedded; also through a running server.")
  private boolean failed;

  @Mixin private final StoreOptions store = new StoreOptions();

  ReembedCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Options options = settings.apply(store.given());
    RunningServer.requireNoneNamed(options, "reembed");
    Optional<ServerClient> running = RunningServer.find(options);
    if (running.isPresent()) {
      throughServer(running.get());
      return ExitCode.OK;
    }
    try (Shutdown shutdown = Shutdown.expect()) {
      LuceneStore.openReadOnly(options.data());
      if (!failed) {
        renew(options);
      }
      embed(options, shutdown);
      return shutdown.exitCode(ExitCode.OK);
    }
  }

  private void throughServer(ServerClient client) {
    try (client) {
      if (!failed) {
        throw new Unavailable(
            "a server at %s holds the store; end it first, then run this again"
                .formatted(client.address()));
      }
      int retried =
          client.post("/v1/reembed", "{\"papers\":\"failed\"}").orThrow().path("retried").asInt();
      console.out().println(triedAgain(retried));
    }
  }

  private static String triedAgain(int papers) {
    return Quantity.of(papers, "paper is", "papers are") + " tried again";
  }

  /** Vectors of the very same model and way of running stay; they would come out the same. */
  private void renew(Options options) {
    try (Embedder embedder = ChosenModel.loadForOne(options)) {
      ModelIdentity wanted = embedder.identity();
      ReadOnlyStore held = LuceneStore.openReadOnly(options.data());
      if (held.identity().equals(wanted)) {
        console
            .err()
            .println("The vectors are of this model already; what is pending is embedded.");
        return;
      }
      int papers = LuceneStore.reembed(options.data(), wanted);
      console
          .err()
          .println(
              "%s to be embedded by %s"
                  .formatted(
                      Quantity.of(papers, "paper is", "papers are"), wanted.compatible().model()));
    }
  }

  private void embed(Options options, Shutdown shutdown) {
    try (OpenCollection collection = OpenCollection.open(options)) {
      if (failed) {
        int retried = collection.index().retryFailed();
        console.err().println(triedAgain(retried));
      }
      boolean all = new EmbeddingWait(collection.embed()).run(console, shutdown);
      if (!all) {
        console.err().println("Stopped; run it again, or serve, to go on.");
        return;
      }
      console.out().println(collection.inWords());
    }
  }
}
