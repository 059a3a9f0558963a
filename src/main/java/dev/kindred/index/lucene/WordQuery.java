package dev.kindred.index.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Any text as a query: papers that hold at least one of its words, scored by the sum of the words'
 * BM25, a word as often as the text has it. Names of authors count by half.
 */
final class WordQuery {
  /** Terms a text may search with; of more, the rarest are taken, for they decide the order. */
  static final int MAX_TERMS = 256;

  private static final float AUTHOR_WEIGHT = .5f;

  private WordQuery() {}

  /** A query without clauses, which matches nothing, for a text without words. */
  static Query of(String text, PaperAnalyzer analyzer, IndexReader reader) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    addRarest(query, Fields.WORDS, 1, analyzer.terms(Fields.WORDS, text), reader);
    Map<String, Integer> names = new HashMap<>(analyzer.terms(Fields.AUTHORS, text));
    names.keySet().removeIf(WordQuery::saysNothingOfAName);
    addRarest(query, Fields.AUTHORS, AUTHOR_WEIGHT, names, reader);
    return query.build();
  }

  /** Else "a survey of" would find everybody whose first name begins with A. */
  private static boolean saysNothingOfAName(String term) {
    boolean isInitial = term.length() == 1 && term.charAt(0) < 128;
    return isInitial || EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(term);
  }

  private static void addRarest(
      BooleanQuery.Builder query,
      String field,
      float weight,
      Map<String, Integer> counts,
      IndexReader reader)
      throws IOException {
    for (String word : rarest(field, counts, reader)) {
      float boost = weight * counts.getOrDefault(word, 0);
      query.add(new BoostQuery(new TermQuery(new Term(field, word)), boost), Occur.SHOULD);
    }
  }

  private static List<String> rarest(String field, Map<String, Integer> counts, IndexReader reader)
      throws IOException {
    if (counts.size() <= MAX_TERMS) {
      return counts.keySet().stream().sorted().toList();
    }
    Map<String, Integer> frequencies = new HashMap<>();
    for (String word : counts.keySet()) {
      int frequency = reader.docFreq(new Term(field, word));
      if (frequency > 0) {
        frequencies.put(word, frequency);
      }
    }
    return frequencies.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_TERMS)
        .map(Map.Entry::getKey)
        .toList();
  }
}
