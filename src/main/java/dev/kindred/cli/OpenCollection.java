package dev.kindred.cli;

import dev.kindred.embedding.CosineBand;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.WatchedEmbedder;
import dev.kindred.index.Counts;
import dev.kindred.index.IndexView;
import dev.kindred.index.lucene.LuceneIndex;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.ingest.EmbeddingProgress;
import dev.kindred.ingest.EmbeddingWorker;
import dev.kindred.ingest.RecordedIdentityCheck;
import dev.kindred.ingest.SearchesFirst;
import dev.kindred.ingest.SentenceWorker;
import dev.kindred.map.MapState;
import dev.kindred.map.MapState.Waiting;
import dev.kindred.map.MapWorker;
import dev.kindred.search.SearchEngine;
import dev.kindred.search.SearchSettings;
import dev.kindred.search.relevance.CalibrationFile;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The whole machine without a server: a model, the store it fits, and, once begun, what embeds in
 * between. One thread opens, begins and closes it.
 */
final class OpenCollection implements AutoCloseable {
  private final WatchedEmbedder embedder;
  private final LuceneIndex index;
  private final Optional<CosineBand> band;
  private final SearchesFirst searches = new SearchesFirst();
  private Optional<EmbeddingWorker> worker = Optional.empty();
  private Optional<SentenceWorker> sentenceWorker = Optional.empty();
  private volatile Optional<MapWorker> mapWorker = Optional.empty();

  private OpenCollection(Embedder embedder, LuceneIndex index, Optional<CosineBand> band) {
    this.embedder = new WatchedEmbedder(embedder);
    this.index = index;
    this.band = band;
  }

  /**
   * Loads the model and opens the store, which is made if there is none.
   *
   * @throws dev.kindred.paper.Rejection if the model or the store cannot be used, or they do not
   *     fit; nothing is left open then
   */
  static OpenCollection open(Options options) {
    Embedder embedder = ChosenModel.load(options);
    try {
      Optional<CosineBand> band = CalibrationFile.in(options.data()).bandFor(embedder);
      return new OpenCollection(embedder, fittingIndex(options, embedder), band);
    } catch (RuntimeException | Error refused) {
      embedder.close();
      throw refused;
    }
  }

  private static LuceneIndex fittingIndex(Options options, Embedder embedder) {
    LuceneIndex index = LuceneStore.open(options.data(), embedder.identity(), options.vectors());
    try {
      RecordedIdentityCheck.check(index, embedder);
      return index;
    } catch (RuntimeException | Error refused) {
      index.close();
      throw refused;
    }
  }

  LuceneIndex index() {
    return index;
  }

  /** What embeds for this collection, which closes it. */
  Embedder embedder() {
    return embedder;
  }

  /** Begins to embed what is pending, until this is closed; tells how it goes. */
  Supplier<EmbeddingProgress> embed() {
    EmbeddingWorker begun =
        EmbeddingWorker.start(index, embedder, searches, InstantSource.system());
    worker = Optional.of(begun);
    return begun::progress;
  }

  /** Begins to embed sentences, too, when there is nothing else to do. */
  void embedSentences() {
    sentenceWorker = Optional.of(SentenceWorker.start(index, embedder, embedder::isQuiet));
  }

  /** What embedding gives way to, if it is told of them. */
  SearchesFirst searches() {
    return searches;
  }

  /** Begins to make a map of the papers, too. */
  void drawMap() {
    mapWorker =
        Optional.of(
            MapWorker.start(index, index.mapFile(), embedder::isQuiet, InstantSource.system()));
  }

  /** What there is of the map; any thread may ask. */
  MapState map() {
    return mapWorker.map(MapWorker::state).orElse(new Waiting("the server is starting"));
  }

  SearchEngine engine() {
    return new SearchEngine(index::view, embedder, SearchSettings.of(() -> band));
  }

  private Counts counts() {
    try (IndexView view = index.view()) {
      return view.counts();
    }
  }

  int papers() {
    return counts().papers();
  }

  /** How many papers could not be embedded. */
  int failed() {
    return counts().failed();
  }

  /** The counts in a line, as "120 papers, 119 embedded, 1 failed". */
  String inWords() {
    Counts counts = counts();
    StringBuilder words = new StringBuilder();
    words.append(Quantity.of(counts.papers(), "paper")).append(", ");
    words.append(ProgressLine.number(counts.embedded())).append(" embedded");
    if (counts.pending() > 0) {
      words.append(", ").append(ProgressLine.number(counts.pending())).append(" pending");
    }
    if (counts.failed() > 0) {
      words.append(", ").append(ProgressLine.number(counts.failed())).append(" failed");
    }
    return words.toString();
  }

  /** Keeps what is being embedded at this moment. */
  @Override
  public void close() {
    try (embedder;
        index) {
      mapWorker.ifPresent(MapWorker::close);
      sentenceWorker.ifPresent(SentenceWorker::close);
      worker.ifPresent(EmbeddingWorker::close);
    }
  }
}
