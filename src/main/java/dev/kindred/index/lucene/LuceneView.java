package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Candidates;
import dev.kindred.index.Counts;
import dev.kindred.index.Facet;
import dev.kindred.index.FacetField;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.IndexedPaper;
import dev.kindred.index.Order;
import dev.kindred.index.Selection;
import dev.kindred.index.Token;
import dev.kindred.index.Words;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.PublicationDate;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A snapshot, held until closed; each question is answered by the reader that knows how. */
final class LuceneView implements IndexView {
  private final Snapshot snapshot;
  private final Closeable release;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final PaperReading papers;
  private final VectorReading vectors;
  private final WordReading words;
  private final ExactReading exact;
  private final FacetReading facets;
  private final PaperAnalyzer analyzer;
  private final SentenceReading sentences;
  private final Documents documents;

  /**
   * @param release gives the snapshot back; called once
   */
  LuceneView(
      Snapshot snapshot,
      PaperAnalyzer analyzer,
      GraphBreadth breadth,
      SentenceReading sentences,
      Closeable release) {
    this.snapshot = snapshot;
    this.sentences = sentences;
    this.release = release;
    this.analyzer = analyzer;
    this.documents = new Documents(snapshot);
    this.papers = new PaperReading(snapshot, analyzer, documents);
    this.vectors = new VectorReading(snapshot, analyzer, breadth, documents);
    this.words = new WordReading(snapshot, analyzer, documents);
    this.exact = new ExactReading(snapshot, analyzer, documents);
    this.facets = new FacetReading(snapshot, analyzer, documents);
  }

  @Override
  public Counts counts() {
    return answer(snapshot::counts);
  }

  @Override
  public int segments() {
    return answer(() -> snapshot.reader().leaves().size());
  }

  @Override
  public Optional<IndexedPaper> get(PaperId id) {
    return answer(() -> papers.get(id));
  }

  @Override
  public Map<PaperId, Paper> get(Collection<PaperId> ids) {
    return answer(() -> papers.get(ids));
  }

  @Override
  public Map<PaperId, PublicationDate> published(Collection<PaperId> ids) {
    return answer(() -> papers.published(ids));
  }

  @Override
  public int count(Filter filter) {
    return answer(() -> papers.count(filter));
  }

  @Override
  public List<Hit> nearest(Embedding query, int limit, Filter filter) {
    return answer(() -> vectors.nearest(query, limit, filter));
  }

  @Override
  public List<Hit> nearestExactly(Embedding query, int limit, Filter filter) {
    return answer(() -> vectors.nearestExactly(query, limit, filter));
  }

  @Override
  public List<Hit> matching(Words text, int limit, Filter filter) {
    return answer(() -> words.matching(text, limit, filter));
  }

  @Override
  public Map<PaperId, Double> scores(Collection<PaperId> ids, Embedding query) {
    return answer(() -> vectors.scores(ids, query));
  }

  @Override
  public Map<PaperId, Double> scores(Collection<PaperId> ids, Words text) {
    return answer(() -> words.scores(ids, text));
  }

  @Override
  public Candidates candidates(
      List<Hit> near, List<Hit> matching, Collection<PaperId> others, Words text) {
    return answer(
        () -> new LuceneCandidates(near, matching, others, text, documents, vectors, words));
  }

  @Override
  public Map<String, Double> weights(Words text) {
    return answer(() -> words.weights(text));
  }

  @Override
  public List<Token> tokens(String text) {
    return answer(() -> analyzer.words(text));
  }

  @Override
  public List<Token> tokens(String text, Set<String> stems) {
    return answer(() -> analyzer.words(text, stems));
  }

  @Override
  public Map<String, Integer> papersWithEach(Collection<String> words) {
    return answer(() -> exact.papersWithEach(words));
  }

  @Override
  public List<PaperId> papersWith(String phrase, int limit, Filter filter) {
    return answer(() -> exact.papersWith(phrase, limit, filter));
  }

  @Override
  public int countWith(String phrase, int most) {
    return answer(() -> exact.countWith(phrase, most));
  }

  @Override
  public Set<PaperId> papersWith(String phrase, Collection<PaperId> ids) {
    return answer(() -> exact.papersWith(phrase, ids));
  }

  @Override
  public List<PaperId> named(String name, int limit, Filter filter) {
    return answer(() -> exact.named(name, limit, filter));
  }

  @Override
  public Optional<String> nearWord(String word) {
    return answer(() -> NearWord.of(word, snapshot));
  }

  @Override
  public List<Facet> facets(List<FacetField> fields, Selection selection, int limit) {
    return answer(() -> facets.of(fields, selection, limit));
  }

  @Override
  public long state() {
    return answer(snapshot::state);
  }

  @Override
  public Map<PaperId, Embedding> vectors(Collection<PaperId> ids) {
    return answer(() -> vectors.of(ids));
  }

  @Override
  public Map<PaperId, List<Embedding>> sentenceVectors(Collection<Paper> papers) {
    return answer(() -> sentences.of(papers));
  }

  @Override
  public int papersWithSentenceVectors() {
    return answer(sentences::papers);
  }

  @Override
  public List<PaperId> browse(Filter filter, Order order, int offset, int limit) {
    return answer(() -> papers.browse(filter, order, offset, limit));
  }

  @Override
  public List<Paper> listAfter(Optional<PaperId> last, int limit) {
    return answer(() -> papers.listAfter(last, limit));
  }

  @Override
  public List<IndexedPaper> failed(int limit) {
    return answer(() -> papers.failed(limit));
  }

  @Override
  public List<PaperId> sample(int size, long seed) {
    return answer(() -> new Sample(seed, size).drawnFrom(snapshot.searcher()));
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      answerless(release);
    }
  }

  private interface Question<T> {
    T ask() throws IOException;
  }

  private <T> T answer(Question<T> question) {
    if (closed.get()) {
      throw new IllegalStateException("the view is closed");
    }
    try {
      return question.ask();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void answerless(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
