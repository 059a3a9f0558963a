package dev.kindred.benchmark;

import dev.kindred.ArxivPapers;
import dev.kindred.benchmark.AskedCollection.Found;
import dev.kindred.embedding.CosineBand;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.evaluation.BeirFolder;
import dev.kindred.evaluation.CachedEmbedder;
import dev.kindred.evaluation.JudgedCollection;
import dev.kindred.evaluation.JudgedQuery;
import dev.kindred.paper.Paper;
import dev.kindred.search.relevance.CollectionMeasurement;
import dev.kindred.search.relevance.Evidence;
import dev.kindred.search.relevance.Evidence.WordMatch;
import dev.kindred.search.relevance.RelevanceEstimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * How the labels of hits hold: judged queries, papers' own titles, and queries of another field,
 * asked of SciFact, MED and arXiv; once with the band of the model's card, once with the
 * collection's own, and then by meaning and by words alone. Arguments: a folder that keeps
 * embeddings between runs, the folder of the test data, a model, how many arXiv papers to take.
 * Embeds what the first folder lacks.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -Xmx3g --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
 *     -cp 'target/test-classes:target/classes:target/lib/*' dev.kindred.benchmark.LabelBenchmark \
 *     target/benchmark-embeddings ../shared/data bge-small-en-v1.5 5000
 * </pre>
 */
public final class LabelBenchmark {
  private static final int DEPTH = 10;
  private static final int TITLES = 400;

  private final Embedder embedder;
  private final JudgedCollection sciFact;
  private final JudgedCollection med;
  private final List<Paper> arxiv;

  private LabelBenchmark(Embedder embedder, Path data, int arxivPapers) throws IOException {
    this.embedder = embedder;
    this.sciFact = BeirFolder.read(data.resolve("scifact"), Optional.of("train"));
    this.med = BeirFolder.read(data.resolve("med"), Optional.of("test"));
    this.arxiv = ArxivPapers.first(arxivPapers, data.resolve("arxiv/abstracts.jsonl.gz"));
  }

  public static void main(String[] args) throws IOException {
    try (Embedder model = new ModelCatalog(Path.of("models")).load(args[2]);
        CachedEmbedder embedder = CachedEmbedder.over(model, Path.of(args[0]))) {
      new LabelBenchmark(embedder, Path.of(args[1]), Integer.parseInt(args[3])).run();
    }
  }

  private void run() throws IOException {
    List<JudgedQuery> arxivTitles = titles(arxiv);
    measure(
        "SciFact",
        sciFact.papers(),
        List.of(
            new QuerySet("claims, judged", true, sciFact.queries()),
            new QuerySet("own titles", false, titles(sciFact.papers())),
            new QuerySet("arXiv titles", false, arxivTitles),
            new QuerySet("MED queries", false, med.queries())));
    measure(
        "MED",
        med.papers(),
        List.of(
            new QuerySet("queries, judged", true, med.queries()),
            new QuerySet("arXiv titles", false, arxivTitles)));
    measure(
        "arXiv",
        arxiv,
        List.of(
            new QuerySet("own titles", false, arxivTitles),
            new QuerySet("MED queries", false, med.queries()),
            new QuerySet("SciFact claims", false, sciFact.queries())));
  }

  private void measure(String name, List<Paper> papers, List<QuerySet> sets) throws IOException {
    Path store = Files.createTempDirectory("kindred-labels");
    try (AskedCollection collection = AskedCollection.of(papers, embedder, store)) {
      Optional<CosineBand> own = CollectionMeasurement.take(collection.view(), embedder).band();
      System.out.printf("%n%s, %d papers, %s%n", name, papers.size(), embedder.card().name());
      for (QuerySet set : sets) {
        List<List<Found>> found =
            set.queries().stream().map(query -> collection.first(DEPTH, query.text())).toList();
        System.out.println(set.name());
        report("  model's " + shown(embedder.card().band()), embedder.card().band(), set, found);
        report("  own " + shown(own), own, set, found);
        report("  none", Optional.empty(), set, found);
        report("  meaning alone", own, set, each(found, LabelBenchmark::meaning));
        report("  words alone", own, set, each(found, LabelBenchmark::words));
      }
    }
  }

  private static String shown(Optional<CosineBand> band) {
    return band.map(known -> "%.3f–%.3f".formatted(known.noise(), known.match())).orElse("none");
  }

  private static void report(
      String how, Optional<CosineBand> band, QuerySet set, List<List<Found>> found) {
    System.out.printf(
        "%-24s %s%n", how, LabelShares.of(set, found, new RelevanceEstimate(band)).inWords());
  }

  private static Evidence meaning(Evidence both) {
    return Evidence.of(both.meaning().orElseThrow(), both.papers());
  }

  private static Evidence words(Evidence both) {
    return Evidence.of(both.words().orElse(new WordMatch(0, 0)), both.papers());
  }

  private static List<List<Found>> each(
      List<List<Found>> found, UnaryOperator<Evidence> reduction) {
    return found.stream()
        .map(hits ->
            hits.stream().map(hit -> new Found(hit.id(), reduction.apply(hit.evidence()))).toList())
        .toList();
  }

  private static List<JudgedQuery> titles(List<Paper> papers) {
    List<Paper> drawn = new ArrayList<>(papers);
    Collections.shuffle(drawn, new Random(3));
    return drawn.stream()
        .filter(paper -> !paper.title().isBlank())
        .limit(TITLES)
        .map(paper -> new JudgedQuery(paper.id().value(), paper.title(), Map.of(paper.id(), 1)))
        .toList();
  }
}
