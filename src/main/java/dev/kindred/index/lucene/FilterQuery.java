package dev.kindred.index.lucene;

import dev.kindred.index.Filter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;

/** Which documents a {@link Filter} leaves. */
final class FilterQuery {
  private FilterQuery() {}

  static Query of(Filter filter, PaperAnalyzer analyzer) {
    return switch (filter) {
      case Filter.Category(var name) -> new TermQuery(new Term(Fields.CATEGORY, name));
      case Filter.AuthorName(var name) -> AuthorQuery.of(name, analyzer);
      case Filter.Published(var from, var to) -> period(from, to);
      case Filter.Metadata(var name, var value) ->
          new TermInSetQuery(Fields.METADATA, MetadataTerms.matching(name, value));
      case Filter.MetadataRange range -> range(range);
      case Filter.All(var parts) -> all(queries(parts, analyzer));
      case Filter.Any(var parts) -> any(queries(parts, analyzer));
      case Filter.Not(var part) -> not(of(part, analyzer));
    };
  }

  private static List<Query> queries(List<Filter> parts, PaperAnalyzer analyzer) {
    return parts.stream().map(part -> of(part, analyzer)).toList();
  }

  private static Query period(Optional<LocalDate> from, Optional<LocalDate> to) {
    long first = from.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
    long last = to.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    return all(
        List.of(
            LongField.newRangeQuery(Fields.LAST_DAY, first, Long.MAX_VALUE),
            LongField.newRangeQuery(Fields.FIRST_DAY, Long.MIN_VALUE, last)));
  }

  private static Query range(Filter.MetadataRange range) {
    double from = range.from().orElse(Double.NEGATIVE_INFINITY);
    double to = range.to().orElse(Double.POSITIVE_INFINITY);
    return new TermRangeQuery(
        Fields.METADATA,
        MetadataTerms.number(range.name(), from),
        MetadataTerms.number(range.name(), to),
        true,
        true);
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

  static Query any(List<Query> parts) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    parts.forEach(part -> any.add(part, Occur.SHOULD));
    return any.build();
  }

  private static Query not(Query part) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(part, Occur.MUST_NOT)
        .build();
  }
}
