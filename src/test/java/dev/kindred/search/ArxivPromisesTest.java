package dev.kindred.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.ArxivPapers;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.index.FacetField;
import dev.kindred.index.Filter;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.index.Token;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.search.recommendation.Diversity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All real papers by their words, some thousand of them by meaning, too. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArxivPromisesTest {
  private static final int TERMS = 500;
  private static final int EMBEDDED = 2_000;

  private static final int WALKED = 50;
  private static final int PAGE = 100;

  /** As the promise has it: 0.01 % of 77,041 papers. */
  private static final int RARE = 7;

  /** Every twentieth paper has it. */
  private static final double COMMON = .05;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PLAIN_TEXT = Pattern.compile("\\p{ASCII}*");
  private static final Pattern PLAIN = Pattern.compile("[a-z]{4,20}");

  private List<Paper> papers;
  private Embedder model;
  private PaperIndex index;
  private SearchEngine engine;

  @BeforeAll
  void storeAllPapersAndEmbedSome(@TempDir Path folder) throws IOException {
    papers = ArxivPapers.all();
    model = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2");
    index = LuceneStore.open(folder, model.identity());
    index.put(papers);
    index.record(
        papers.subList(0, EMBEDDED).parallelStream()
            .<EmbeddingResult>map(paper ->
                new EmbeddingResult.Succeeded(
                    paper.id(), paper.contentHash(), model.passage(PassageText.of(paper))))
            .toList());
    engine = new SearchEngine(index::view, model, SearchSettings.of(() -> model.card().band()));
  }

  @AfterAll
  void close() {
    if (index != null) {
      index.close();
    }
    if (model != null) {
      model.close();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = 20261124)
  void allPapersWithARareWordComeFirst(long seed) {
    Random random = new Random(seed);
    try (IndexView view = index.view()) {
      List<String> rare = draw(view, random, TERMS, count -> count >= 1 && count <= RARE);
      int common = (int) (COMMON * papers.size());
      List<String> usual = draw(view, random, 40, count -> count >= common);
      Map<String, Set<String>> holders = holders(view, rare);
      for (String word : rare) {
        Set<String> expected = holders.getOrDefault(word, Set.of());
        String first = usual.get(random.nextInt(usual.size()));
        String last = usual.get(random.nextInt(usual.size()));
        for (String query : List.of(word, first + " " + word + " " + last)) {
          assertThat(firstFound(query, expected.size()))
              .as("seed %d, query \"%s\"", seed, query)
              .isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = 20261125)
  void pagesOfACursorAgreeWhileAnImportRuns(long seed) throws Exception {
    Random random = new Random(seed);
    List<String> queries =
        Stream.generate(() -> papers.get(random.nextInt(papers.size())).title())
            .limit(WALKED)
            .toList();
    AtomicBoolean enough = new AtomicBoolean();
    try (ExecutorService importer = Executors.newSingleThreadExecutor()) {
      Future<Integer> imported = importer.submit(() -> importUntil(enough));
      try {
        for (String query : queries) {
          assertPagesAgree("seed %d, query \"%s\"".formatted(seed, query), query);
        }
      } finally {
        enough.set(true);
      }
      assertThat(imported.get()).as("papers written meanwhile").isGreaterThan(100);
    }
  }

  /** Puts papers under new ids and changes others. */
  private int importUntil(AtomicBoolean enough) {
    int written = 0;
    while (!enough.get()) {
      List<Paper> batch = new ArrayList<>();
      for (Paper paper : papers.subList(written % 70_000, written % 70_000 + 50)) {
        batch.add(again(paper, "again-" + written + "-" + paper.id(), paper.title()));
        batch.add(again(paper, paper.id().value(), paper.title() + " " + written));
      }
      index.put(batch);
      written += batch.size();
    }
    return written;
  }

  private static Paper again(Paper paper, String id, String title) {
    return new Paper(
        new PaperId(id),
        title,
        paper.abstractText(),
        paper.authors(),
        paper.published(),
        paper.categories(),
        paper.url(),
        Map.of());
  }

  private void assertPagesAgree(String description, String text) {
    FacetWish facets = new FacetWish(List.of(new FacetField.Category()), 5);
    ListShape shape =
        new ListShape(Optional.empty(), OptionalDouble.of(0), Diversity.NONE, false, facets);
    SearchQuery query = new SearchQuery(text, SearchMode.HYBRID, Filter.NONE, shape);
    SearchAnswer first = engine.answer(query, Showing.of(new Page(PAGE, 0)));
    List<String> walked = new ArrayList<>(ids(first));
    while (walked.size() < first.list().total()) {
      int limit = Math.min(PAGE, first.list().total() - walked.size());
      SearchAnswer next = engine.page(first.cursor(), Showing.of(new Page(limit, walked.size())));
      assertThat(next.list()).as(description).isEqualTo(first.list());
      assertThat(next.gone()).as(description).isZero();
      assertThat(next.results()).as(description).hasSize(limit);
      walked.addAll(ids(next));
    }
    assertThat(walked).as(description).doesNotHaveDuplicates().hasSize(first.list().total());
  }

  private static List<String> ids(SearchAnswer answer) {
    return answer.results().stream().map(result -> result.paper().id().value()).toList();
  }

  private Set<String> firstFound(String query, int count) {
    SearchAnswer answer =
        engine.answer(
            new SearchQuery(query, SearchMode.HYBRID, Filter.NONE, ListShape.PLAIN),
            Showing.of(new Page(count, 0)));
    return new TreeSet<>(ids(answer));
  }

  /** Different words of random papers that so many papers have. */
  private List<String> draw(IndexView view, Random random, int wanted, IntPredicate frequency) {
    Set<String> drawn = new TreeSet<>();
    while (drawn.size() < wanted) {
      List<Token> tokens = tokens(view, papers.get(random.nextInt(papers.size())));
      Token token = tokens.get(random.nextInt(tokens.size()));
      String word = token.exact();
      if (token.stem().isPresent()
          && PLAIN.matcher(word).matches()
          && frequency.test(view.papersWithEach(Set.of(word)).getOrDefault(word, 0))) {
        drawn.add(word);
      }
    }
    return new ArrayList<>(drawn);
  }

  /** The papers that have each word, found by reading them all, without the index's postings. */
  private Map<String, Set<String>> holders(IndexView view, List<String> words) {
    Map<String, Set<String>> holders = new HashMap<>();
    Set<String> wanted = new HashSet<>(words);
    for (Paper paper : papers) {
      if (mayHave(wanted, paper)) {
        tokens(view, paper).stream()
            .map(Token::exact)
            .filter(wanted::contains)
            .forEach(word ->
                holders.computeIfAbsent(word, _ -> new TreeSet<>()).add(paper.id().value()));
      }
    }
    return holders;
  }

  /** Quickly told of plain text; one with accents has to be analysed. */
  private static boolean mayHave(Set<String> words, Paper paper) {
    return texts(paper)
        .anyMatch(text ->
            !PLAIN_TEXT.matcher(text).matches()
                || BETWEEN_WORDS
                    .splitAsStream(text.toLowerCase(Locale.ROOT))
                    .anyMatch(words::contains));
  }

  private static List<Token> tokens(IndexView view, Paper paper) {
    return texts(paper).flatMap(text -> view.tokens(text).stream()).toList();
  }

  private static Stream<String> texts(Paper paper) {
    return Stream.concat(
        Stream.of(paper.title(), paper.abstractText()), paper.authors().stream().map(Author::name));
  }
}
