package dev.kindred.index.lucene;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
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
    int[] docs = new int[found.length];
    float[] scores = new float[found.length];
    for (int i = 0; i < docs.length; i++) {
      docs[i] = found[i].doc;
      scores[i] = found[i].score;
    }
    return FoundPapers.best(documents, docs, scores, limit);
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
    List<Documents.Found> papers = documents.located(ids);
    each(query, Documents.docs(papers), (i, score) -> scored.take(papers.get(i).id(), score));
  }

  /** Takes the score of a document that matches, told by its place in an array. */
  interface ScoredPlace {
    void take(int place, float score);
  }

  /** The scores of just these documents, which come in ascending order. */
  void each(Query query, int[] docs, ScoredPlace scored) throws IOException {
    Query rewritten = snapshot.searcher().rewrite(query);
    Weight weight = snapshot.searcher().createWeight(rewritten, ScoreMode.COMPLETE, 1);
    documents.visit(
        docs,
        (leaf, from, to) -> {
          Scorer scorer = weight.scorer(leaf);
          if (scorer == null) {
            return;
          }
          DocIdSetIterator matches = scorer.iterator();
          for (int i = from; i < to; i++) {
            int doc = docs[i] - leaf.docBase;
            if (matches.docID() < doc) {
              matches.advance(doc);
            }
            if (matches.docID() == doc) {
              scored.take(i, scorer.score());
            }
          }
        });
  }
}
