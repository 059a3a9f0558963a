package dev.kindred.index.lucene;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/** The papers that have an author in whose name the given words stand in order. */
final class AuthorQuery {
  private AuthorQuery() {}

  static Query of(String name, PaperAnalyzer analyzer) {
    PhraseQuery.Builder words = new PhraseQuery.Builder();
    analyzer
        .tokens(Fields.AUTHORS, name)
        .forEach(word -> words.add(new Term(Fields.AUTHORS, word)));
    return words.build();
  }
}
