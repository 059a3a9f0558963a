package dev.kindred.index.lucene;

import dev.kindred.index.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How text becomes terms: they lose case and accents, and English words their endings, except where
 * they are to be found exactly. Part of the store's format.
 */
final class PaperAnalyzer extends Analyzer {
  /** More than the words of a name, so that no match reaches from one author into the next. */
  static final int GAP = 1_000;

  /** No fields, but steps on the way to their terms. */
  private static final String ONE_WORD = "one word";

  private static final String IN_LOWER_CASE = "in lower case";

  private final WordForms forms =
      new WordForms(word -> tokens(ONE_WORD, word).stream().findFirst());

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
    if (field.equals(ONE_WORD)) {
      Tokenizer word = new KeywordTokenizer();
      return new TokenStreamComponents(word, english(word));
    }
    Tokenizer source = new StandardTokenizer();
    return new TokenStreamComponents(
        source,
        switch (field) {
          case Fields.WORDS -> english(source);
          case IN_LOWER_CASE -> new LowerCaseFilter(source);
          default -> plain(source);
        });
  }

  private static TokenStream plain(Tokenizer source) {
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

  /** Takes a term, and from where to where of the normal text its word stands. */
  private interface Taking {
    void take(CharTermAttribute term, int start, int end);
  }

  private void each(String field, String normal, Taking taking) {
    try (TokenStream stream = tokenStream(field, normal)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        taking.take(term, offset.startOffset(), offset.endOffset());
      }
      stream.end();
    } catch (IOException neverFromAString) {
      throw new UncheckedIOException(neverFromAString);
    }
  }

  /** The words of a text, in order. */
  List<Token> words(String text) {
    NormalText normal = NormalText.of(text);
    List<Token> words = new ArrayList<>();
    each(
        IN_LOWER_CASE,
        normal.toString(),
        (word, start, end) -> {
          WordForms.Forms known = forms.of(word.toString());
          words.add(new Token(known.exact(), known.stem(), normal.start(start), normal.end(end)));
        });
    return words;
  }

  /** The words of a text that have one of these stems, in order. */
  List<Token> words(String text, Set<String> stems) {
    NormalText normal = NormalText.of(text);
    Beginnings beginnings = new Beginnings(stems);
    List<Token> words = new ArrayList<>();
    each(
        IN_LOWER_CASE,
        normal.toString(),
        (word, start, end) -> {
          if (beginnings.mayBegin(word)) {
            WordForms.Forms known = forms.of(word.toString());
            if (known.stem().filter(stems::contains).isPresent()) {
              words.add(
                  new Token(known.exact(), known.stem(), normal.start(start), normal.end(end)));
            }
          }
        });
    return words;
  }

  /** The terms of a text, in order. */
  List<String> tokens(String field, String text) {
    List<String> terms = new ArrayList<>();
    each(field, normal(text), (term, _, _) -> terms.add(term.toString()));
    return terms;
  }

  /** The terms of a text, and how often it has each. */
  Map<String, Integer> terms(String field, String text) {
    Map<String, Integer> counts = new HashMap<>();
    tokens(field, text).forEach(token -> counts.merge(token, 1, Integer::sum));
    return counts;
  }
}
