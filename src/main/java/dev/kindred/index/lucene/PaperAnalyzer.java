package dev.kindred.index.lucene;

import dev.kindred.index.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * How text becomes terms: they lose case and accents, and English words their endings, except where
 * they are to be found exactly. Part of the store's format.
 */
final class PaperAnalyzer extends Analyzer {
  /** More than the words of a name, so that no match reaches from one author into the next. */
  static final int GAP = 1_000;

  /** Words of a question that tell nothing of what is asked for. */
  private static final String ASKING =
      """
      what which who whom whose how why when where do does did can could should would
      show me find give tell please thanks i my our us any anything something about here
      paper papers article articles publication publications
      """;

  private final Map<String, Set<String>> askingWords = new ConcurrentHashMap<>();

  PaperAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  /** As terms of a field. Not a part of the format: papers keep these words. */
  Set<String> askingWords(String field) {
    return askingWords.computeIfAbsent(field, words -> Set.copyOf(tokens(words, ASKING)));
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
        source, field.equals(Fields.WORDS) ? english(source) : plain(source));
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

  /** A term, and from where to where of the normal text its word stands. */
  private record Place(String term, int start, int end) {}

  /** The places of a field's terms by their positions; a stop word leaves its position empty. */
  private SortedMap<Integer, Place> places(String field, String normal) {
    SortedMap<Integer, Place> places = new TreeMap<>();
    try (TokenStream stream = tokenStream(field, normal)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      var step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      for (int position = 0; stream.incrementToken(); ) {
        position += step.getPositionIncrement();
        places.put(position, new Place(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException neverFromAString) {
      throw new UncheckedIOException(neverFromAString);
    }
    return places;
  }

  /** The words of a text, in order. */
  List<Token> words(String text) {
    NormalText normal = NormalText.of(text);
    Map<Integer, Place> stems = places(Fields.WORDS, normal.toString());
    List<Token> words = new ArrayList<>();
    places(Fields.EXACT, normal.toString())
        .forEach((position, exact) -> {
          Optional<String> stem = Optional.ofNullable(stems.get(position)).map(Place::term);
          int start = normal.start(exact.start());
          words.add(new Token(exact.term(), stem, start, normal.end(exact.end())));
        });
    return words;
  }

  /** The terms of a text, in order. */
  List<String> tokens(String field, String text) {
    return places(field, normal(text)).values().stream().map(Place::term).toList();
  }

  /** The terms of a text, and how often it has each. */
  Map<String, Integer> terms(String field, String text) {
    Map<String, Integer> counts = new HashMap<>();
    tokens(field, text).forEach(token -> counts.merge(token, 1, Integer::sum));
    return counts;
  }
}
