package dev.kindred.index.lucene;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.Weight;

/** The scores that a query gives to papers. */
final class QueryScores {
  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.STRING));

  /** So many more are looked at than are wanted, to know whether others tie with the last. */
  private static final int TIES = 50;

  private final Snapshot snapshot;
  private final Documents documents;

  QueryScores(Snapshot snapshot, Documents documents) {
    this.snapshot = snapshot;
    this.documents = documents;
  }

  /** The best of the papers that a query matches, ties by id. */
  List<Hit> best(Query query, int limit, Query among) throws IOException {
    if (limit < 1) {
      return List.of();
    }
    Query wanted =
        new BooleanQuery.Builder().add(query, Occur.MUST).add(among, Occur.FILTER).build();
    int depth = (int) Math.min((long) limit + TIES, Math.max(1, snapshot.reader().maxDoc()));
    ScoreDoc[] found = snapshot.searcher().search(wanted, depth).scoreDocs;
    boolean mayTieWithOthers =
        found.length > limit && found[found.length - 1].score == found[limit - 1].score;
    return mayTieWithOthers ? bestBySorting(wanted, limit) : best(found, limit);
  }

  private List<Hit> best(ScoreDoc[] found, int limit) throws IOException {
    Arrays.sort(found, Comparator.comparingInt(hit -> hit.doc));
    List<PaperId> ids = documents.papers(Arrays.stream(found).mapToInt(hit -> hit.doc).toArray());
    return IntStream.range(0, found.length)
        .mapToObj(i -> new Hit(ids.get(i), found[i].score))
        .sorted(Hit.BEST_FIRST)
        .limit(limit)
        .toList();
  }

  /** Compares ids at every place; needed only where very many papers have one score. */
  private List<Hit> bestBySorting(Query wanted, int limit) throws IOException {
    ScoreDoc[] found = snapshot.searcher().search(wanted, limit, BEST_FIRST).scoreDocs;
    for (ScoreDoc hit : found) {
      hit.score = (Float) ((FieldDoc) hit).fields[0];
    }
    return best(found, limit);
  }

  /** Takes the score of a paper that matches. */
  interface Scored {
    void take(PaperId id, double score);
  }

  /** The scores of just these papers, those that match. */
  void each(Query query, Collection<PaperId> ids, Scored scored) throws IOException {
    Query rewritten = snapshot.searcher().rewrite(query);
    Weight weight = snapshot.searcher().createWeight(rewritten, ScoreMode.COMPLETE, 1);
    documents.visit(
        ids,
        (leaf, papers) -> {
          Scorer scorer = weight.scorer(leaf);
          if (scorer == null) {
            return;
          }
          DocIdSetIterator matches = scorer.iterator();
          for (Documents.Found paper : papers) {
            if (matches.docID() < paper.doc()) {
              matches.advance(paper.doc());
            }
            if (matches.docID() == paper.doc()) {
              scored.take(paper.id(), scorer.score());
            }
          }
        });
  }
}
