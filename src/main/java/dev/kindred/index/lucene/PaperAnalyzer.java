package dev.kindred.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How text becomes terms: English words are stemmed, names are not; both lose case and accents.
 * Part of the store's format.
 */
final class PaperAnalyzer extends Analyzer {
  /** More than the words of a name, so that no match reaches from one author into the next. */
  static final int GAP = 1_000;

  PaperAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  /**
   * Composed characters, plain letters for the ligatures that PDFs leave behind, and no colons, for
   * Unicode's rule of words (UAX 29) joins what stands around one.
   */
  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(':', ' ');
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new StandardTokenizer();
    return new TokenStreamComponents(
        source, field.equals(Fields.AUTHORS) ? names(source) : english(source));
  }

  private static TokenStream names(Tokenizer source) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(source));
  }

  private static TokenStream english(Tokenizer source) {
    TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(source));
    TokenStream telling = new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
    return new PorterStemFilter(new ASCIIFoldingFilter(telling));
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }

  /** The terms of a text, in order. */
  List<String> tokens(String field, String text) {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = tokenStream(field, normal(text))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    } catch (IOException neverFromAString) {
      throw new UncheckedIOException(neverFromAString);
    }
    return tokens;
  }

  /** The terms of a text, and how often it has each. */
  Map<String, Integer> terms(String field, String text) {
    Map<String, Integer> counts = new HashMap<>();
    tokens(field, text).forEach(token -> counts.merge(token, 1, Integer::sum));
    return counts;
  }
}
