package dev.kindred.index.lucene;

import dev.kindred.index.Words;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Words as a query: papers that hold at least one of them, scored by the sum of the words' BM25, a
 * word as often as the text has it. Names of authors count by half.
 */
final class WordQuery {
  private static final float AUTHOR_WEIGHT = .5f;

  private final PaperAnalyzer analyzer;
  private final IndexSearcher searcher;

  WordQuery(PaperAnalyzer analyzer, IndexSearcher searcher) {
    this.analyzer = analyzer;
    this.searcher = searcher;
  }

  /** A query without clauses, which matches nothing, for a text without words. */
  Query of(Words words) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Map<String, Integer> stems = analyzer.terms(Fields.WORDS, words.text());
    add(query, Fields.WORDS, 1, telling(Fields.WORDS, stems, words.maxTerms()));
    if (words.mayBeNames()) {
      Map<String, Integer> names = analyzer.terms(Fields.AUTHORS, words.text());
      names.keySet().removeIf(WordQuery::saysNothingOfAName);
      add(query, Fields.AUTHORS, AUTHOR_WEIGHT, telling(Fields.AUTHORS, names, words.maxTerms()));
    }
    return query.build();
  }

  /** Else "a survey of" would find everybody whose first name begins with A. */
  private static boolean saysNothingOfAName(String term) {
    boolean isInitial = term.length() == 1 && term.charAt(0) < 128;
    return isInitial || EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(term);
  }

  private static void add(
      BooleanQuery.Builder query, String field, float weight, SortedMap<String, Integer> counts) {
    counts.forEach((term, count) -> {
      Query inField = new TermQuery(new Term(field, term));
      query.add(new BoostQuery(inField, weight * count), Occur.SHOULD);
    });
  }

  /** What each term that the query has of the words can add to a score. */
  Map<String, Double> weights(Words words) throws IOException {
    Map<String, Integer> stems = analyzer.terms(Fields.WORDS, words.text());
    SortedMap<String, Integer> chosen = telling(Fields.WORDS, stems, words.maxTerms());
    return weights(Fields.WORDS, chosen);
  }

  /**
   * Of more than the wanted terms those with most weight; then one that no paper has is useless.
   */
  private SortedMap<String, Integer> telling(String field, Map<String, Integer> counts, int wanted)
      throws IOException {
    SortedMap<String, Integer> chosen = new TreeMap<>();
    if (counts.size() <= wanted) {
      chosen.putAll(counts);
      return chosen;
    }
    for (String term : counts.keySet()) {
      if (docFreq(field, term) > 0) {
        chosen.put(term, counts.getOrDefault(term, 0));
      }
    }
    weights(field, chosen).entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .skip(wanted)
        .forEach(least -> chosen.remove(least.getKey()));
    return chosen;
  }

  private Map<String, Double> weights(String field, Map<String, Integer> counts)
      throws IOException {
    CollectionStatistics statistics = searcher.collectionStatistics(field);
    long papers = statistics == null ? 0 : statistics.docCount();
    Map<String, Double> weights = new HashMap<>();
    for (Map.Entry<String, Integer> term : counts.entrySet()) {
      double idf = idf(docFreq(field, term.getKey()), papers);
      weights.put(term.getKey(), term.getValue() * idf);
    }
    return weights;
  }

  private int docFreq(String field, String term) throws IOException {
    return searcher.getIndexReader().docFreq(new Term(field, term));
  }

  /** As Lucene's BM25 has it, in single precision. */
  static double idf(long papersWithTerm, long papers) {
    return (float) Math.log(1 + (papers - papersWithTerm + .5) / (papersWithTerm + .5));
  }
}
