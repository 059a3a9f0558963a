package dev.kindred.index.lucene;

import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;

/** Finds papers by words as they are written, and by what the papers are called. */
final class ExactReading {
  private static final Sort BY_ID = new Sort(new SortField(Fields.ID, SortField.Type.STRING));

  private final Snapshot snapshot;
  private final PaperAnalyzer analyzer;
  private final Documents documents;

  ExactReading(Snapshot snapshot, PaperAnalyzer analyzer, Documents documents) {
    this.snapshot = snapshot;
    this.analyzer = analyzer;
    this.documents = documents;
  }

  Map<String, Integer> papersWithEach(Collection<String> words) throws IOException {
    return snapshot.papersWithEach(words);
  }

  List<PaperId> papersWith(String phrase, int limit, Filter filter) throws IOException {
    return new QueryScores(snapshot, documents)
        .best(phrase(phrase), limit, FilterQuery.of(filter, analyzer)).stream()
            .map(Hit::id)
            .toList();
  }

  int countWith(String phrase, int most) throws IOException {
    Query query = snapshot.searcher().rewrite(phrase(phrase));
    Weight weight = snapshot.searcher().createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
    int count = 0;
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        count += Snapshot.live(scorer.iterator(), leaf.reader().getLiveDocs(), most - count);
      }
    }
    return count;
  }

  Set<PaperId> papersWith(String phrase, Collection<PaperId> ids) throws IOException {
    Set<PaperId> found = new HashSet<>();
    new QueryScores(snapshot, documents).each(phrase(phrase), ids, (id, _) -> found.add(id));
    return found;
  }

  private Query phrase(String text) {
    List<String> words = analyzer.tokens(Fields.EXACT, text);
    return switch (words.size()) {
      case 0 -> new MatchNoDocsQuery("a phrase without words");
      case 1 -> new TermQuery(new Term(Fields.EXACT, words.getFirst()));
      default -> new PhraseQuery(Fields.EXACT, words.toArray(String[]::new));
    };
  }

  List<PaperId> named(String name, int limit, Filter filter) throws IOException {
    List<PaperId> ids = new ArrayList<>();
    if (limit < 1) {
      return ids;
    }
    Query wanted = FilterQuery.all(List.of(called(name), FilterQuery.of(filter, analyzer)));
    for (ScoreDoc found : snapshot.searcher().search(wanted, limit, BY_ID).scoreDocs) {
      PaperId id = new PaperId(((BytesRef) ((FieldDoc) found).fields[0]).utf8ToString());
      documents.remember(id, found.doc);
      ids.add(id);
    }
    return ids;
  }

  private Query called(String name) {
    WholeNames names = new WholeNames(analyzer);
    Stream<Query> ways =
        Stream.of(
                Stream.concat(Stream.of(name.strip()), ArxivId.of(name).stream())
                    .flatMap(id -> PaperId.parse(id).stream())
                    .map(PaperDocument::term),
                terms(Fields.DOI, Doi.of(name).stream()),
                terms(Fields.WHOLE_TITLE, names.ofTitle(name).stream()),
                terms(Fields.WHOLE_NAME, names.ofPerson(name).stream()))
            .flatMap(terms -> terms)
            .map(TermQuery::new);
    return FilterQuery.any(ways.toList());
  }

  private static Stream<Term> terms(String field, Stream<String> texts) {
    return texts.map(text -> new Term(field, text));
  }
}
