package dev.kindred.index.lucene;

import dev.kindred.index.Filter;
import dev.kindred.index.IndexedPaper;
import dev.kindred.index.Order;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.PublicationDate;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads papers by id and in order. */
final class PaperReading {
  private static final Set<String> SOURCE_ONLY = Set.of(Fields.SOURCE);

  private final Snapshot snapshot;
  private final PaperAnalyzer analyzer;
  private final Documents documents;

  PaperReading(Snapshot snapshot, PaperAnalyzer analyzer, Documents documents) {
    this.snapshot = snapshot;
    this.analyzer = analyzer;
    this.documents = documents;
  }

  Optional<IndexedPaper> get(PaperId id) throws IOException {
    OptionalInt doc = documents.find(id);
    if (doc.isEmpty()) {
      return Optional.empty();
    }
    Document found = snapshot.searcher().storedFields().document(doc.getAsInt());
    return Optional.of(new IndexedPaper(PaperDocument.paper(found), PaperDocument.state(found)));
  }

  List<IndexedPaper> failed(int limit) throws IOException {
    List<IndexedPaper> papers = new ArrayList<>();
    for (PaperId id : FailedPapers.first(snapshot, limit)) {
      get(id).ifPresent(papers::add);
    }
    return papers;
  }

  Map<PaperId, Paper> get(Collection<PaperId> ids) throws IOException {
    Map<PaperId, Paper> papers = new HashMap<>();
    documents.visit(
        ids,
        (leaf, found) -> {
          StoredFields stored = leaf.reader().storedFields();
          for (Documents.Found paper : found) {
            Document document = stored.document(paper.doc(), SOURCE_ONLY);
            papers.put(paper.id(), PaperDocument.paper(document));
          }
        });
    return papers;
  }

  Map<PaperId, PublicationDate> published(Collection<PaperId> ids) throws IOException {
    Map<PaperId, PublicationDate> dates = new HashMap<>();
    documents.visit(
        ids,
        (leaf, found) -> {
          SortedNumericDocValues first =
              DocValues.getSortedNumeric(leaf.reader(), Fields.FIRST_DAY);
          SortedNumericDocValues last = DocValues.getSortedNumeric(leaf.reader(), Fields.LAST_DAY);
          for (Documents.Found paper : found) {
            if (first.advanceExact(paper.doc()) && last.advanceExact(paper.doc())) {
              dates.put(paper.id(), new PublicationDate(day(first), day(last)));
            }
          }
        });
    return dates;
  }

  private static LocalDate day(SortedNumericDocValues days) throws IOException {
    return LocalDate.ofEpochDay(days.nextValue());
  }

  int count(Filter filter) throws IOException {
    return snapshot.searcher().count(FilterQuery.of(filter, analyzer));
  }

  List<PaperId> browse(Filter filter, Order order, int offset, int limit) throws IOException {
    if (limit < 1) {
      return List.of();
    }
    int depth = (int) Math.min(Integer.MAX_VALUE, (long) offset + limit);
    ScoreDoc[] found =
        snapshot.searcher().search(FilterQuery.of(filter, analyzer), depth, sort(order)).scoreDocs;
    return Arrays.stream(found).skip(offset).map(doc -> id((FieldDoc) doc)).toList();
  }

  private static Sort sort(Order order) {
    SortedNumericSelector.Type first = SortedNumericSelector.Type.MIN;
    SortField date =
        switch (order) {
          case NEWEST_FIRST ->
              LongField.newSortField(Fields.FIRST_DAY, true, first, Long.MIN_VALUE);
          case OLDEST_FIRST ->
              LongField.newSortField(Fields.FIRST_DAY, false, first, Long.MAX_VALUE);
        };
    return new Sort(date, new SortField(Fields.ID, SortField.Type.STRING));
  }

  /** The sort's values are the day and the id. */
  private static PaperId id(FieldDoc found) {
    return new PaperId(((BytesRef) found.fields[1]).utf8ToString());
  }

  List<Paper> listAfter(Optional<PaperId> last, int limit) throws IOException {
    List<Paper> papers = new ArrayList<>();
    Terms ids = MultiTerms.getTerms(snapshot.reader(), Fields.ID);
    if (ids == null) {
      return papers;
    }
    StoredFields stored = snapshot.searcher().storedFields();
    Bits live = MultiBits.getLiveDocs(snapshot.reader());
    TermsEnum terms = ids.iterator();
    BytesRef term = last.isEmpty() ? terms.next() : behind(terms, last.get());
    for (; term != null && papers.size() < limit; term = terms.next()) {
      int doc = Snapshot.firstLive(terms.postings(null, PostingsEnum.NONE), live);
      if (doc != DocIdSetIterator.NO_MORE_DOCS) {
        papers.add(PaperDocument.paper(stored.document(doc, SOURCE_ONLY)));
      }
    }
    return papers;
  }

  private static @Nullable BytesRef behind(TermsEnum terms, PaperId last) throws IOException {
    SeekStatus at = terms.seekCeil(new BytesRef(last.value()));
    return switch (at) {
      case FOUND -> terms.next();
      case NOT_FOUND -> terms.term();
      case END -> null;
    };
  }
}
