package dev.kindred.index.lucene;

import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** Finds papers by their words. */
final class WordReading {
  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.STRING));

  private final Snapshot snapshot;
  private final PaperAnalyzer analyzer;

  WordReading(Snapshot snapshot, PaperAnalyzer analyzer) {
    this.snapshot = snapshot;
    this.analyzer = analyzer;
  }

  List<Hit> matching(String text, int limit, Filter filter) throws IOException {
    return best(text, limit, FilterQuery.of(filter, analyzer));
  }

  Map<PaperId, Double> scores(Collection<PaperId> ids, String text) throws IOException {
    Map<PaperId, Double> scores = new LinkedHashMap<>();
    for (Hit hit : best(text, ids.size(), FilterQuery.ids(ids))) {
      scores.put(hit.id(), hit.score());
    }
    return scores;
  }

  private List<Hit> best(String text, int limit, Query among) throws IOException {
    if (limit < 1) {
      return List.of();
    }
    Query wanted =
        new BooleanQuery.Builder()
            .add(WordQuery.of(text, analyzer, snapshot.reader()), Occur.MUST)
            .add(among, Occur.FILTER)
            .build();
    ScoreDoc[] found = snapshot.searcher().search(wanted, limit, BEST_FIRST).scoreDocs;
    return Stream.of(found).map(doc -> hit((FieldDoc) doc)).toList();
  }

  /** The sort's values are the score and the id. */
  private static Hit hit(FieldDoc found) {
    BytesRef id = (BytesRef) found.fields[1];
    return new Hit(new PaperId(id.utf8ToString()), (Float) found.fields[0]);
  }
}
