package dev.kindred.benchmark;

import dev.kindred.ArxivPapers;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.evaluation.BeirFolder;
import dev.kindred.evaluation.CachedEmbedder;
import dev.kindred.evaluation.JudgedQuery;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import dev.kindred.search.ListShape;
import dev.kindred.search.Page;
import dev.kindred.search.SearchEngine;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.SearchSettings;
import dev.kindred.search.Showing;
import dev.kindred.search.ranking.Ranking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a filter does to recall and to the time of a search, over all arXiv papers of the test data.
 * The time is that of the whole search and its first page but for embedding the query. Arguments: a
 * folder that keeps embeddings between runs, the folder of the test data, a model, and a folder for
 * the store, which is filled if it is empty.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -Xmx4g --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
 *     -cp 'target/test-classes:target/classes:target/lib/*' dev.kindred.benchmark.SearchBenchmark \
 *     target/benchmark-embeddings ../shared/data all-MiniLM-L6-v2 target/benchmark-store
 * </pre>
 */
public final class SearchBenchmark {
  private static final int BATCH = 1_000;
  private static final int QUERIES = 500;
  private static final int NEAREST = 10;
  private static final int BUCKETS = 1_000;
  private static final String BUCKET = "bucket";

  private final Embedder embedder;
  private final PaperIndex index;
  private final List<String> queries;

  private SearchBenchmark(Embedder embedder, PaperIndex index, List<String> queries) {
    this.embedder = embedder;
    this.index = index;
    this.queries = queries;
  }

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[1]);
    Path store = Path.of(args[3]);
    List<String> claims =
        BeirFolder.read(data.resolve("scifact"), Optional.of("train")).queries().stream()
            .map(JudgedQuery::text)
            .toList();
    Path arxiv = data.resolve("arxiv/abstracts.jsonl.gz");
    try (Embedder model = new ModelCatalog(Path.of("models")).load(args[2]);
        CachedEmbedder embedder = CachedEmbedder.over(model, Path.of(args[0]));
        PaperIndex index = LuceneStore.open(store, embedder.identity())) {
      try (IndexView view = index.view()) {
        if (view.counts().papers() == 0) {
          fill(index, ArxivPapers.first(Integer.MAX_VALUE, arxiv), embedder);
        }
      }
      new SearchBenchmark(embedder, index, queries(claims, arxiv)).run();
    }
  }

  /** Half of them of another field, half titles of papers that are there. */
  private static List<String> queries(List<String> claims, Path arxiv) throws IOException {
    List<Paper> papers = ArxivPapers.first(Integer.MAX_VALUE, arxiv);
    return IntStream.range(0, QUERIES)
        .mapToObj(
            i -> i % 2 == 0 ? claims.get(i) : papers.get(i * (papers.size() / QUERIES)).title())
        .toList();
  }

  private static void fill(PaperIndex index, List<Paper> papers, Embedder embedder) {
    for (int from = 0; from < papers.size(); from += BATCH) {
      List<Paper> batch =
          IntStream.range(from, Math.min(from + BATCH, papers.size()))
              .mapToObj(i -> inABucket(papers.get(i), i))
              .toList();
      index.put(batch);
      index.record(
          batch.parallelStream()
              .<EmbeddingResult>map(paper ->
                  new EmbeddingResult.Succeeded(
                      paper.id(), paper.contentHash(), embedder.passage(PassageText.of(paper))))
              .toList());
    }
  }

  private static Paper inABucket(Paper paper, int number) {
    return new Paper(
        paper.id(),
        paper.title(),
        paper.abstractText(),
        paper.authors(),
        paper.published(),
        paper.categories(),
        paper.url(),
        Map.of(BUCKET, (int) (number * 7_919L % BUCKETS)));
  }

  private void run() {
    Map<String, Filter> filters = new LinkedHashMap<>();
    filters.put("none", Filter.NONE);
    for (int share : List.of(BUCKETS / 2, BUCKETS / 10, BUCKETS / 100, 1)) {
      filters.put(
          "%.1f %% at random".formatted(100.0 * share / BUCKETS),
          new Filter.MetadataRange(BUCKET, OptionalDouble.empty(), OptionalDouble.of(share - 1)));
    }
    filters.put("category cs.RO", new Filter.Category("cs.RO"));
    filters.put("category cs.CV", new Filter.Category("cs.CV"));
    filters.values().forEach(this::times); // to warm up
    filters.forEach(this::report);
  }

  private void report(String name, Filter filter) {
    double[] times = times(filter);
    Arrays.sort(times);
    try (IndexView view = index.view()) {
      System.out.printf(
          "%-16s %6d papers  recall@%d %.4f  p50 %.1f ms  p99 %.1f ms%n",
          name,
          view.count(filter),
          NEAREST,
          recall(view, filter),
          times[times.length / 2],
          times[times.length * 99 / 100]);
    }
  }

  private double recall(IndexView view, Filter filter) {
    return queries.stream()
        .mapToDouble(query -> recall(view, query, filter))
        .average()
        .orElseThrow();
  }

  private double recall(IndexView view, String query, Filter filter) {
    Embedding embedding = embedder.query(query).embedding();
    List<Hit> exact = view.nearestExactly(embedding, NEAREST, filter);
    List<Hit> found = view.nearest(embedding, Ranking.DEPTH, filter);
    found = found.subList(0, Math.min(NEAREST, found.size()));
    return (double) exact.stream().filter(found::contains).count() / exact.size();
  }

  /** Milliseconds of each query, by an engine that has kept no list. */
  private double[] times(Filter filter) {
    SearchEngine engine =
        new SearchEngine(index::view, embedder, SearchSettings.of(() -> embedder.card().band()));
    double[] times = new double[queries.size()];
    for (int i = 0; i < times.length; i++) {
      SearchQuery query =
          new SearchQuery(queries.get(i), SearchMode.HYBRID, filter, ListShape.PLAIN);
      long before = System.nanoTime();
      engine.answer(query, Showing.of(Page.FIRST));
      times[i] = (System.nanoTime() - before) / 1e6;
    }
    return times;
  }
}
