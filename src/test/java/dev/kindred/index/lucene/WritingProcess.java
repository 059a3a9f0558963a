package dev.kindred.index.lucene;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.Samples;
import dev.kindred.paper.Paper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Another process that uses a store, to be killed. It says a line when a write is acknowledged. */
final class WritingProcess implements AutoCloseable {
  static final ModelIdentity OTHER = Samples.identity("other-model", Samples.DIMENSION);
  static final int BATCH = 20;

  private final Process process;
  private final BufferedReader said;

  private WritingProcess(Process process) {
    this.process = process;
    this.said = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Puts and embeds papers, batch after batch, until it is killed. */
  static WritingProcess putting(Path folder) throws IOException {
    return start("put", folder);
  }

  /** Puts and embeds papers and their sentences, batch after batch, until it is killed. */
  static WritingProcess puttingSentences(Path folder) throws IOException {
    return start("sentences", folder);
  }

  /** Makes all papers pending for {@link #OTHER}. */
  static WritingProcess reembedding(Path folder) throws IOException {
    return start("reembed", folder);
  }

  /** Opens the store and ends. */
  static WritingProcess opening(Path folder) throws IOException {
    return start("open", folder);
  }

  private static WritingProcess start(String what, Path folder) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new WritingProcess(
        new ProcessBuilder(
                java,
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                WritingProcess.class.getName(),
                what,
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  long pid() {
    return process.pid();
  }

  /** The next line that it says. */
  String line() throws IOException {
    String line = said.readLine();
    if (line == null) {
      throw new IllegalStateException("the process has ended by itself");
    }
    return line;
  }

  /** Ends it as a loss of power would, and gives the last line that it said. */
  String kill(String last) throws IOException, InterruptedException {
    // Through its handle: else what it said last could not be read any more.
    process.toHandle().destroyForcibly();
    String line = last;
    for (String next = said.readLine(); next != null; next = said.readLine()) {
      line = next;
    }
    process.waitFor(30, TimeUnit.SECONDS);
    return line;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  static List<Paper> batch(int number) {
    return IntStream.range(number * BATCH, (number + 1) * BATCH)
        .mapToObj(i -> Samples.paper("p" + i))
        .toList();
  }

  /** In the other process. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[1]);
    if (arguments[0].equals("reembed")) {
      System.out.println("begins");
      LuceneStore.reembed(folder, OTHER);
      return;
    }
    if (arguments[0].equals("open")) {
      System.out.println("begins");
      LuceneStore.open(folder, Samples.IDENTITY).close();
      return;
    }
    boolean withSentences = arguments[0].equals("sentences");
    try (PaperIndex index = LuceneStore.open(folder, Samples.IDENTITY)) {
      for (int number = 0; ; number++) {
        List<Paper> papers = batch(number);
        index.put(papers);
        say(withSentences ? "" : "put " + number);
        index.record(papers.stream().map(Samples::embedded).toList());
        say(withSentences ? "" : "embedded " + number);
        if (withSentences) {
          index.recordSentences(papers.stream().map(SentenceStoreTest::made).toList());
          say("sentences " + number);
        }
      }
    }
  }

  private static void say(String line) {
    if (!line.isEmpty()) {
      System.out.println(line);
    }
  }
}
