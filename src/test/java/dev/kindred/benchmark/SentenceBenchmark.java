package dev.kindred.benchmark;

import static java.util.stream.Collectors.toMap;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.evaluation.BeirFolder;
import dev.kindred.evaluation.CachedEmbedder;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import dev.kindred.search.sentence.Passages;
import dev.kindred.search.sentence.Rationale;
import dev.kindred.search.sentence.SentenceWish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * How often the sentence that is shown is one that judges chose, on the rationales of SciFact; and
 * what showing it costs a page of ten. Arguments: a folder that keeps embeddings between runs, the
 * folder of the test data, models. Embeds what the first folder lacks, some 3,500 sentences a
 * model.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -Xmx2g --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
 *     -cp 'target/test-classes:target/classes:target/lib/*' dev.kindred.benchmark.SentenceBenchmark \
 *     target/benchmark-embeddings ../shared/data bge-small-en-v1.5 e5-small-v2 all-MiniLM-L6-v2
 * </pre>
 */
public final class SentenceBenchmark {
  private static final int PAGE = 10;

  private final List<Paper> papers;
  private final List<Rationale> rationales;

  private SentenceBenchmark(Path data) throws IOException {
    this.papers = BeirFolder.read(data.resolve("scifact"), Optional.of("train")).papers();
    this.rationales =
        Rationale.read(
            data.resolve("scifact/rationales-train.jsonl"),
            papers.stream().collect(toMap(Paper::id, Function.identity())));
  }

  public static void main(String[] args) throws IOException {
    SentenceBenchmark benchmark = new SentenceBenchmark(Path.of(args[1]));
    for (String name : List.of(args).subList(2, args.length)) {
      try (Embedder model = new ModelCatalog(Path.of("models")).load(name);
          CachedEmbedder embedder = CachedEmbedder.over(model, Path.of(args[0]))) {
        benchmark.measure(embedder);
      }
    }
  }

  private void measure(Embedder embedder) throws IOException {
    Path store = Files.createTempDirectory("kindred-sentences");
    try (PaperIndex index = LuceneStore.open(store, embedder.identity())) {
      index.put(papers);
      try (IndexView view = index.view()) {
        Passages passages = new Passages(embedder);
        System.out.printf("%n%s, %d claims%n", embedder.card().name(), rationales.size());
        System.out.printf(Locale.ROOT, "chance %.3f%n", Rationale.chance(rationales));
        hits("words", one -> one.byWordsAlone(view));
        hits("words, position", one -> one.byWordsAndPosition(view, passages));
        times("words, position", view, embedder, passages);
        Rationale.embedSentences(rationales, index, embedder);
        hits("and vectors ahead", one -> one.byVectorsMadeAhead(view, passages, embedder));
        times("and vectors ahead", view, embedder, passages);
      }
    }
  }

  private void hits(String how, ToIntFunction<Rationale> choice) {
    System.out.printf(Locale.ROOT, "%-18s hit@1 %.3f%n", how, Rationale.hits(rationales, choice));
  }

  /** Of pages of ten papers that follow on each other, each asked with the claim of its first. */
  private void times(String how, IndexView view, Embedder embedder, Passages passages) {
    List<Duration> times = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      times.clear();
      for (int from = 0; from + PAGE <= rationales.size(); from++) {
        List<Rationale> page = rationales.subList(from, from + PAGE);
        String claim = page.getFirst().claim();
        Optional<Embedding> meaning = Optional.of(embedder.query(claim).embedding());
        long start = System.nanoTime();
        passages.of(
            view,
            page.stream().map(Rationale::paper).toList(),
            claim,
            meaning,
            SentenceWish.AS_AVAILABLE);
        times.add(Duration.ofNanos(System.nanoTime() - start));
      }
    }
    Collections.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-18s a page of ten: median %.2f ms, 99 %% under %.2f ms%n",
        how,
        times.get(times.size() / 2).toNanos() / 1e6,
        times.get(times.size() * 99 / 100).toNanos() / 1e6);
  }
}
