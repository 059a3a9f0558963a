package dev.kindred.cli;

import dev.kindred.ingest.EmbeddingProgress;
import dev.kindred.ingest.ImportSummary;
import dev.kindred.ingest.IndexSink;
import dev.kindred.ingest.PaperSink;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Puts the papers of files into a collection. */
@Command(
    name = "import",
    description = {
      "Import papers from files, and embed them.",
      "",
      "A paper whose id is known already is replaced, and embedded again only if its text changed."
          + " A bad entry never stops the rest. Ctrl-C keeps what has been imported.",
      "",
      "With a server running for the data folder the papers go through it, and the command ends"
          + " when they are durable; it embeds them in the background."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Done, even if some entries were not taken.",
      "1:Refused or failed, or no entry at all was taken, or one with --strict.",
      "2:A wrong command, or a value that an option or setting cannot have.",
      "130:Ended by Ctrl-C, 143 by SIGTERM, 129 with its terminal; what was imported is kept."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  kindred import papers.jsonl arxiv-metadata-oai-snapshot.json.zip",
      "  kindred import theses.csv --map Titel=title --map Kurzfassung=abstract",
      "  zcat papers.jsonl.gz | kindred import --rejects bad.jsonl -"
    })
final class ImportCommand implements Callable<Integer> {
  private final Console console;
  private final Function<Map<Setting, String>, Options> settings;

  @Mixin private final ImportOptions what = new ImportOptions();
  @Mixin private final CollectionOptions collection = new CollectionOptions();

  ImportCommand(Console console, Function<Map<Setting, String>, Options> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException {
    Options options = settings.apply(collection.given());
    what.requireRejectsIsNoInput();
    ImportFiles files = ImportFiles.check(what.files, what.reading(), console.in());
    Optional<ServerClient> running = RunningServer.find(options);
    try (Shutdown shutdown = Shutdown.expect();
        RejectedEntries rejects = RejectedEntries.into(what.rejects())) {
      return running.isPresent()
          ? throughServer(running.get(), options, files, rejects, shutdown)
          : intoFolder(options, files, rejects, shutdown);
    }
  }

  private int throughServer(
      ServerClient client,
      Options options,
      ImportFiles files,
      RejectedEntries rejects,
      Shutdown shutdown)
      throws IOException {
    try (client) {
      RunningServer.requireModel(client, options);
      ServedEmbedding embedding = new ServedEmbedding(client);
      sayIf(what.wordsFirst, "--words-first changes nothing: the server embeds in the background");
      return run(
          new RemoteSink(client),
          what.wait ? Optional.of(embedding::progress) : Optional.empty(),
          embedding::failed,
          files,
          rejects,
          shutdown);
    }
  }

  private int intoFolder(
      Options options, ImportFiles files, RejectedEntries rejects, Shutdown shutdown)
      throws IOException {
    sayIf(what.wait, "--wait changes nothing: no server has the data folder");
    try (OpenCollection opened = OpenCollection.open(options)) {
      return run(
          new IndexSink(opened.index()),
          what.wordsFirst ? Optional.empty() : Optional.of(opened.embed()),
          opened::failed,
          files,
          rejects,
          shutdown);
    }
  }

  private void sayIf(boolean isSo, String line) {
    if (isSo) {
      console.err().println(line);
    }
  }

  private int run(
      PaperSink sink,
      Optional<Supplier<EmbeddingProgress>> embedding,
      Supplier<Integer> failed,
      ImportFiles files,
      RejectedEntries rejects,
      Shutdown shutdown)
      throws IOException {
    ImportRun run = new ImportRun(files, sink, what.strict, rejects, InstantSource.system());
    ImportReport report = new ImportReport(console, what.json);
    try {
      boolean all = run.run(console, shutdown);
      if (all && embedding.isPresent()) {
        new EmbeddingWait(embedding.get()).run(console, shutdown);
      }
      if (!shutdown.isAsked()) {
        report.setFailed(failed.get());
      }
    } catch (IOException damaged) {
      throw new InvalidRequest(String.valueOf(damaged.getMessage()));
    } finally {
      report.print(run.summary(), rejects);
      run.withoutEntry().forEach(name -> console.err().println(name + " holds no entry"));
      report.sayIfStopped(shutdown.isAsked());
    }
    ImportSummary summary = run.summary();
    boolean isNothingTaken = summary.rejected() == summary.read();
    return shutdown.exitCode(isNothingTaken ? ExitCode.FAILED : ExitCode.OK);
  }
}
