package dev.kindred.index.lucene;

import dev.kindred.index.Filter;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Which documents a {@link Filter} leaves. A paper without a date is outside of every period. */
final class FilterQuery {
  private FilterQuery() {}

  static Query of(Filter filter, PaperAnalyzer analyzer) {
    List<Query> parts = new ArrayList<>();
    if (!filter.categories().isEmpty()) {
      parts.add(anyOf(Fields.CATEGORY, filter.categories()));
    }
    for (String author : filter.authors()) {
      parts.add(AuthorQuery.of(author, analyzer));
    }
    filter
        .from()
        .ifPresent(day ->
            parts.add(LongField.newRangeQuery(Fields.LAST_DAY, day.toEpochDay(), Long.MAX_VALUE)));
    filter
        .to()
        .ifPresent(day ->
            parts.add(LongField.newRangeQuery(Fields.FIRST_DAY, Long.MIN_VALUE, day.toEpochDay())));
    return all(parts);
  }

  private static Query anyOf(String field, Collection<String> terms) {
    return new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList());
  }

  static Query ids(Collection<PaperId> ids) {
    return anyOf(Fields.ID, ids.stream().map(PaperId::value).toList());
  }

  static Query embedded() {
    return new TermQuery(new Term(Fields.STATE, Fields.EMBEDDED));
  }

  static Query all(List<Query> parts) {
    if (parts.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    parts.forEach(part -> all.add(part, Occur.FILTER));
    return all.build();
  }
}
