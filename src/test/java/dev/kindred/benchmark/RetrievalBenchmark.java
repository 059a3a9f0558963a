package dev.kindred.benchmark;

import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.embedding.onnx.SentenceTransformersExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Scores the default model on a BEIR folder by an exact scan, semantic only, with its int8 weights
 * and with those of full precision. SciFact takes about a quarter of an hour on two cores, a second
 * run seconds.
 *
 * <pre>
 * mvn -q -Pfull-precision -DskipTests package
 * java -Xmx1g --enable-native-access=ALL-UNNAMED -cp 'target/test-classes:target/classes:target/lib/*' \
 *     dev.kindred.benchmark.RetrievalBenchmark ../shared/data/scifact train
 * </pre>
 */
public final class RetrievalBenchmark {
  private static final int DEPTH = 10;
  private static final int REPORT_EVERY = 500;
  private static final Path CACHE = Path.of("target/benchmark-embeddings");
  private static final Path FULL_PRECISION = Path.of("target/fp32");

  private RetrievalBenchmark() {}

  public static void main(String[] args) throws IOException {
    BeirFolder beir = BeirFolder.read(Path.of(args[0]), args[1]);
    System.out.printf(
        "%s %s: %d papers, %d queries%n",
        args[0], args[1], beir.passages().size(), beir.queries().size());
    score(beir, new ModelCatalog(Path.of("models")), ModelCatalog.DEFAULT);
    score(beir, fullPrecision(), ModelCatalog.DEFAULT + "-fp32");
  }

  /** Adds to the unpacked weights what their folder must say: the same as the int8 model's card. */
  private static ModelCatalog fullPrecision() throws IOException {
    Path folder = FULL_PRECISION.resolve(ModelCatalog.DEFAULT + "-fp32");
    if (!Files.exists(folder.resolve("model.onnx"))) {
      throw new IllegalStateException("mvn -Pfull-precision generate-resources brings " + folder);
    }
    new SentenceTransformersExport(folder)
        .pooling("cls", 384)
        .maxTokens(512)
        .prompts("Represent this sentence for searching relevant passages: ", "");
    return new ModelCatalog(FULL_PRECISION);
  }

  private static void score(BeirFolder beir, ModelCatalog models, String name) throws IOException {
    long start = System.nanoTime();
    try (CachedEmbedder embedder = new CachedEmbedder(models.load(name), CACHE)) {
      Map<String, Embedding> passages = embedAll(beir, embedder);
      double sum = 0;
      for (BeirFolder.Query query : beir.queries()) {
        Embedding embedding = embedder.query(query.text());
        Map<String, Double> scores = new HashMap<>();
        passages.forEach((id, passage) -> scores.put(id, embedding.cosine(passage)));
        sum += DiscountedGain.normalised(scores, query.judgements(), DEPTH);
      }
      System.out.printf(
          Locale.ROOT,
          "%s: nDCG@%d %.4f in %.0f s%n",
          name,
          DEPTH,
          sum / beir.queries().size(),
          (System.nanoTime() - start) / 1e9);
    }
  }

  private static Map<String, Embedding> embedAll(BeirFolder beir, CachedEmbedder embedder) {
    Map<String, Embedding> embeddings = new ConcurrentHashMap<>();
    AtomicInteger done = new AtomicInteger();
    beir.passages().entrySet().parallelStream()
        .forEach(paper -> {
          embeddings.put(paper.getKey(), embedder.passage(paper.getValue()));
          int count = done.incrementAndGet();
          if (count % REPORT_EVERY == 0) {
            System.out.printf("%d embedded%n", count);
          }
        });
    return embeddings;
  }
}
