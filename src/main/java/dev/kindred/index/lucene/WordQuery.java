package dev.kindred.index.lucene;

import dev.kindred.index.Token;
import dev.kindred.index.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
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
 *
 * @param query without clauses, which matches nothing, for a text without words
 * @param weights what each term that the query has of the words can add to a score
 */
record WordQuery(Query query, Map<String, Double> weights) {
  private static final float AUTHOR_WEIGHT = .5f;

  /**
   * A term of the words.
   *
   * @param states where it is in each segment, looked up once for idf and query
   * @param idf as Lucene's BM25 has it
   */
  private record Telling(Term term, int count, TermStates states, double idf) {
    double weight() {
      return count * idf;
    }
  }

  private static final Comparator<Telling> MOST_FIRST =
      Comparator.comparingDouble(Telling::weight)
          .reversed()
          .thenComparing(telling -> telling.term().text());

  static WordQuery of(Words words, PaperAnalyzer analyzer, IndexSearcher searcher)
      throws IOException {
    List<Token> all = analyzer.words(words.text());
    List<Token> tokens = words.isQuestion() ? AskingWords.leftOutOf(all, words.text()) : all;
    Map<String, Integer> stems = counts(tokens.stream().flatMap(token -> token.stem().stream()));
    List<Telling> telling = mostTelling(searcher, Fields.WORDS, stems, words.maxTerms());
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    add(query, 1, telling);
    if (words.isQuestion()) {
      Map<String, Integer> names = counts(tokens.stream().map(Token::exact));
      names.keySet().removeIf(WordQuery::saysNothingOfAName);
      add(query, AUTHOR_WEIGHT, mostTelling(searcher, Fields.AUTHORS, names, words.maxTerms()));
    }
    return new WordQuery(query.build(), weights(telling));
  }

  private static Map<String, Integer> counts(Stream<String> terms) {
    return terms.collect(Collectors.toMap(term -> term, _ -> 1, Integer::sum));
  }

  private static Map<String, Double> weights(List<Telling> stems) {
    return stems.stream()
        .collect(Collectors.toUnmodifiableMap(stem -> stem.term().text(), Telling::weight));
  }

  /** Else "a survey of" would find everybody whose first name begins with A. */
  private static boolean saysNothingOfAName(String term) {
    boolean isInitial = term.length() == 1 && term.charAt(0) < 128;
    return isInitial || EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(term);
  }

  private static void add(BooleanQuery.Builder query, float weight, List<Telling> terms) {
    for (Telling telling : terms) {
      Query inField = new TermQuery(telling.term(), telling.states());
      query.add(new BoostQuery(inField, weight * telling.count()), Occur.SHOULD);
    }
  }

  /**
   * Of more than the wanted terms those with most weight; then one that no paper has is useless.
   */
  private static List<Telling> mostTelling(
      IndexSearcher searcher, String field, Map<String, Integer> counts, int wanted)
      throws IOException {
    List<Telling> all = new ArrayList<>();
    CollectionStatistics statistics = searcher.collectionStatistics(field);
    long papers = statistics == null ? 0 : statistics.docCount();
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      Term term = new Term(field, entry.getKey());
      TermStates states = TermStates.build(searcher, term, true);
      all.add(new Telling(term, entry.getValue(), states, idf(states.docFreq(), papers)));
    }
    if (all.size() > wanted) {
      all.removeIf(telling -> telling.states().docFreq() == 0);
    }
    return all.stream().sorted(MOST_FIRST).limit(wanted).toList();
  }

  /** In single precision, as Lucene's. */
  private static double idf(int papersWithTerm, long papers) {
    return (float) Math.log(1 + (papers - papersWithTerm + .5) / (papersWithTerm + .5));
  }
}
