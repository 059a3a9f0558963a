package dev.kindred.benchmark;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.embedding.onnx.SentenceTransformersExport;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Scores the default model on a BEIR folder, semantic only: its int8 weights by an exact scan and
 * as a store answers, and those of full precision by an exact scan. A store scans a small
 * collection, too; what its graph misses shows only beyond 10,000 papers. SciFact takes about a
 * quarter of an hour on two cores, a second run seconds.
 *
 * <pre>
 * mvn -q -Pfull-precision -DskipTests package
 * java -Xmx1g --enable-native-access=ALL-UNNAMED -cp 'target/test-classes:target/classes:target/lib/*' \
 *     dev.kindred.benchmark.RetrievalBenchmark ../shared/data/scifact train
 * </pre>
 */
public final class RetrievalBenchmark {
  private static final int DEPTH = 10;

  /** How many papers the index is asked for: as many as an answer of the API can have. */
  private static final int SERVED = 100;

  private static final int REPORT_EVERY = 500;
  private static final Path CACHE = Path.of("target/benchmark-embeddings");
  private static final Path FULL_PRECISION = Path.of("target/fp32");

  private RetrievalBenchmark() {}

  public static void main(String[] args) throws IOException {
    BeirFolder beir = BeirFolder.read(Path.of(args[0]), args[1]);
    System.out.printf(
        "%s %s: %d papers, %d queries%n",
        args[0], args[1], beir.papers().size(), beir.queries().size());
    try (CachedEmbedder int8 = open(new ModelCatalog(Path.of("models")), ModelCatalog.DEFAULT)) {
      Map<PaperId, Embedding> passages = embedAll(beir, int8);
      score("int8, exact scan", beir.queries(), int8, exactly(passages));
      Path folder = Files.createTempDirectory("kindred-benchmark");
      try (PaperIndex index = fill(folder, beir, int8.identity(), passages);
          IndexView view = index.view()) {
        score("int8, as served", beir.queries(), int8, served(view));
      }
    }
    try (CachedEmbedder fp32 = open(fullPrecision(), ModelCatalog.DEFAULT + "-fp32")) {
      score("fp32, exact scan", beir.queries(), fp32, exactly(embedAll(beir, fp32)));
    }
  }

  /** Papers' scores for a query, by id; at least those of the best. */
  private interface Ranking {
    Map<String, Double> of(Embedding query);
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

  private static CachedEmbedder open(ModelCatalog models, String name) throws IOException {
    return new CachedEmbedder(models.load(name), CACHE);
  }

  private static Ranking exactly(Map<PaperId, Embedding> passages) {
    return query -> {
      Map<String, Double> scores = new HashMap<>();
      passages.forEach((id, passage) -> scores.put(id.value(), query.cosine(passage)));
      return scores;
    };
  }

  private static Ranking served(IndexView view) {
    return query ->
        view.nearest(query, SERVED, Filter.NONE).stream()
            .collect(Collectors.toMap(hit -> hit.id().value(), Hit::score));
  }

  private static void score(
      String what, List<BeirFolder.Query> queries, CachedEmbedder embedder, Ranking ranking) {
    double sum = 0;
    for (BeirFolder.Query query : queries) {
      Map<String, Double> scores = ranking.of(embedder.query(query.text()));
      sum += DiscountedGain.normalised(scores, query.judgements(), DEPTH);
    }
    System.out.printf(Locale.ROOT, "%s: nDCG@%d %.4f%n", what, DEPTH, sum / queries.size());
  }

  private static PaperIndex fill(
      Path folder, BeirFolder beir, ModelIdentity identity, Map<PaperId, Embedding> passages) {
    PaperIndex index = LuceneStore.open(folder, identity);
    index.put(beir.papers());
    List<EmbeddingResult> results =
        index.pending(beir.papers().size(), _ -> true).stream()
            .map(paper -> result(paper, passages))
            .toList();
    if (index.record(results) != beir.papers().size()) {
      throw new IllegalStateException("two papers have one id");
    }
    return index;
  }

  /** How many tokens there were is not in the cache, and searching does not ask. */
  private static EmbeddingResult result(Paper paper, Map<PaperId, Embedding> passages) {
    Embedding embedding = Objects.requireNonNull(passages.get(paper.id()));
    return new EmbeddingResult.Succeeded(
        paper.id(), paper.contentHash(), new EmbeddedText(embedding, 0, false));
  }

  private static Map<PaperId, Embedding> embedAll(BeirFolder beir, CachedEmbedder embedder) {
    Map<PaperId, Embedding> embeddings = new ConcurrentHashMap<>();
    AtomicInteger done = new AtomicInteger();
    beir.papers().parallelStream()
        .forEach(paper -> {
          embeddings.put(paper.id(), embedder.passage(PassageText.of(paper)));
          int count = done.incrementAndGet();
          if (count % REPORT_EVERY == 0) {
            System.out.printf("%d embedded%n", count);
          }
        });
    return embeddings;
  }
}
