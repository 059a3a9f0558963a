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

/** Finds papers by their words. */
final class WordReading {
  private final Snapshot snapshot;
  private final PaperAnalyzer analyzer;
  private final Documents documents;

  WordReading(Snapshot snapshot, PaperAnalyzer analyzer, Documents documents) {
    this.snapshot = snapshot;
    this.analyzer = analyzer;
    this.documents = documents;
  }

  List<Hit> matching(Words words, int limit, Filter filter) throws IOException {
    return new QueryScores(snapshot, documents)
        .best(query().of(words), limit, FilterQuery.of(filter, analyzer));
  }

  Map<PaperId, Double> scores(Collection<PaperId> ids, Words words) throws IOException {
    Map<PaperId, Double> scores = new HashMap<>();
    new QueryScores(snapshot, documents).each(query().of(words), ids, scores::put);
    return scores;
  }

  Map<String, Double> weights(Words words) throws IOException {
    return query().weights(words);
  }

  private WordQuery query() {
    return new WordQuery(analyzer, snapshot.searcher());
  }
}
