package dev.kindred.index.lucene;

import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The papers that were given up. */
final class FailedPapers {
  private FailedPapers() {}

  static List<PaperId> of(Snapshot snapshot) throws IOException {
    return first(snapshot, Integer.MAX_VALUE);
  }

  /** At most so many, in the order of ids. */
  static List<PaperId> first(Snapshot snapshot, int limit) throws IOException {
    int failed = Math.min(limit, snapshot.counts().failed());
    if (failed == 0) {
      return List.of();
    }
    TermQuery query = new TermQuery(new Term(Fields.STATE, Fields.FAILED));
    Sort byId = new Sort(new SortField(Fields.ID, SortField.Type.STRING));
    List<PaperId> ids = new ArrayList<>(failed);
    for (ScoreDoc found : snapshot.searcher().search(query, failed, byId).scoreDocs) {
      ids.add(new PaperId(((BytesRef) ((FieldDoc) found).fields[0]).utf8ToString()));
    }
    return ids;
  }
}
