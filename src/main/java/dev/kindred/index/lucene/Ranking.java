package dev.kindred.index.lucene;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
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
import org.apache.lucene.util.BytesRef;

/** The scores that a query gives to papers. */
final class Ranking {
  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.STRING));

  private final Snapshot snapshot;
  private final Documents documents;

  Ranking(Snapshot snapshot, Documents documents) {
    this.snapshot = snapshot;
    this.documents = documents;
  }

  List<Hit> best(Query query, int limit, Query among) throws IOException {
    List<Hit> hits = new ArrayList<>();
    if (limit < 1) {
      return hits;
    }
    Query wanted =
        new BooleanQuery.Builder().add(query, Occur.MUST).add(among, Occur.FILTER).build();
    for (ScoreDoc found : snapshot.searcher().search(wanted, limit, BEST_FIRST).scoreDocs) {
      // The sort's values are the score and the id.
      Object[] values = ((FieldDoc) found).fields;
      Hit hit = new Hit(new PaperId(((BytesRef) values[1]).utf8ToString()), (Float) values[0]);
      documents.remember(hit.id(), found.doc);
      hits.add(hit);
    }
    return hits;
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
