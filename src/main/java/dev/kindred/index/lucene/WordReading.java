package dev.kindred.index.lucene;

import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.Words;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds papers by their words. Remembers what the first texts it was asked for mean: ranking asks
 * for the same one again and again. Thread-safe.
 */
final class WordReading {
  private static final int REMEMBERED = 8;

  private final Snapshot snapshot;
  private final PaperAnalyzer analyzer;
  private final Documents documents;
  private final Map<Words, WordQuery> known = new ConcurrentHashMap<>();

  WordReading(Snapshot snapshot, PaperAnalyzer analyzer, Documents documents) {
    this.snapshot = snapshot;
    this.analyzer = analyzer;
    this.documents = documents;
  }

  List<Hit> matching(Words words, int limit, Filter filter) throws IOException {
    return new QueryScores(snapshot, documents)
        .best(query(words).query(), limit, FilterQuery.of(filter, analyzer));
  }

  Map<PaperId, Double> scores(Collection<PaperId> ids, Words words) throws IOException {
    Map<PaperId, Double> scores = new HashMap<>();
    new QueryScores(snapshot, documents).each(query(words).query(), ids, scores::put);
    return scores;
  }

  /** BM25 of those of these documents that match; they come in ascending order. */
  void each(Words words, int[] docs, QueryScores.ScoredPlace scored) throws IOException {
    new QueryScores(snapshot, documents).each(query(words).query(), docs, scored);
  }

  Map<String, Double> weights(Words words) throws IOException {
    return query(words).weights();
  }

  private WordQuery query(Words words) throws IOException {
    WordQuery asked = known.get(words);
    if (asked != null) {
      return asked;
    }
    WordQuery made = WordQuery.of(words, analyzer, snapshot.searcher());
    if (known.size() < REMEMBERED) {
      known.put(words, made);
    }
    return made;
  }
}
