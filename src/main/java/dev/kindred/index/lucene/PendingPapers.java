package dev.kindred.index.lucene;

import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The queue of papers that wait to be embedded, read from a snapshot page by page. */
final class PendingPapers {
  /** The papers in hand are the first of the queue, and a page costs a look at all of it. */
  private static final int MIN_PAGE = 1_024;

  private static final Query PENDING = new TermQuery(new Term(Fields.STATE, Fields.PENDING));
  private static final Sort OLDEST_FIRST =
      new Sort(
          LongField.newSortField(Fields.QUEUED, false, SortedNumericSelector.Type.MIN),
          new SortField(Fields.ID, SortField.Type.STRING));

  private final Snapshot snapshot;

  PendingPapers(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  List<Paper> first(int limit, Predicate<PaperId> wanted) throws IOException {
    List<Paper> papers = new ArrayList<>();
    StoredFields stored = snapshot.searcher().storedFields();
    for (ScoreDoc[] page = page(null, limit);
        page.length > 0;
        page = page(page[page.length - 1], limit)) {
      for (ScoreDoc found : page) {
        if (wanted.test(id((FieldDoc) found))) {
          papers.add(PaperDocument.paper(stored.document(found.doc, Set.of(Fields.SOURCE))));
        }
        if (papers.size() == limit) {
          return papers;
        }
      }
    }
    return papers;
  }

  private ScoreDoc[] page(@Nullable ScoreDoc last, int limit) throws IOException {
    int size = Math.max(limit, MIN_PAGE);
    return snapshot.searcher().searchAfter(last, PENDING, size, OLDEST_FIRST).scoreDocs;
  }

  /** The sort's values are the place and the id. */
  private static PaperId id(FieldDoc found) {
    return new PaperId(((BytesRef) found.fields[1]).utf8ToString());
  }
}
