package dev.kindred.index;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.PublicationDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One state of an index: all answers of a view agree with each other. Thread-safe until closed.
 * Lists of hits are in descending order of score, ties by id; papers without a vector have no score
 * for a vector, papers without any of the words none for words. They may read what they are made of
 * only when it is asked for, so they, too, are used while the view is open: copied, if need be.
 */
public interface IndexView extends AutoCloseable {
  Counts counts();

  Optional<IndexedPaper> get(PaperId id);

  /** The papers of these ids that exist. */
  Map<PaperId, Paper> get(Collection<PaperId> ids);

  /** The dates of those of these papers that exist and have one, without reading the papers. */
  Map<PaperId, PublicationDate> published(Collection<PaperId> ids);

  int count(Filter filter);

  /**
   * The papers nearest in meaning, by cosine in single precision. Where the filter leaves n
   * embedded papers, min(limit, n) come back.
   */
  List<Hit> nearest(Embedding query, int limit, Filter filter);

  /** As {@link #nearest}, but by looking at every paper: slow and exact. */
  List<Hit> nearestExactly(Embedding query, int limit, Filter filter);

  /** The papers that best match the words, by BM25. */
  List<Hit> matching(Words words, int limit, Filter filter);

  /** Cosines of just these papers. */
  Map<PaperId, Double> scores(Collection<PaperId> ids, Embedding query);

  /** BM25 scores of just these papers, on the same scale as {@link #matching}. */
  Map<PaperId, Double> scores(Collection<PaperId> ids, Words words);

  /**
   * The papers of two lists and some more, each once, with their scores by words and meaning.
   *
   * @param near from {@link #nearest} of this view, or empty
   * @param matching from {@link #matching} of this view with the same words, or empty
   * @param others papers of this view
   * @throws IllegalArgumentException if a list is from elsewhere
   */
  Candidates candidates(
      List<Hit> near, List<Hit> matching, Collection<PaperId> others, Words words);

  /**
   * The terms (stems) of the words and what each can add to a score: its frequency in the text
   * times its idf, which a paper's BM25 comes near but never exceeds (names of authors add on top).
   * A term that no paper holds has the highest idf.
   */
  Map<String, Double> weights(Words words);

  /** A text as the index sees it, in order. */
  List<Token> tokens(String text);

  /** Of {@link #tokens(String)} those that have one of these stems; much faster than all. */
  List<Token> tokens(String text, Set<String> stems);

  /**
   * In how many papers each of these words stands exactly, unstemmed, in title, abstract or the
   * names of authors. Papers that were deleted or replaced do not count.
   *
   * @param words as {@link Token#exact()} has them
   */
  Map<String, Integer> papersWithEach(Collection<String> words);

  /**
   * Papers that hold a phrase exactly: its words, unstemmed, side by side in title, abstract or one
   * author's name. Best BM25 first, so that where there are more than the limit the best are kept.
   *
   * @param phrase a word or more; one without any word is in no paper
   */
  List<PaperId> papersWith(String phrase, int limit, Filter filter);

  /**
   * How many papers hold a phrase exactly, as {@link #papersWith(String, int, Filter)} has it.
   *
   * @param most where so many have been found, counting ends; 0 or more
   */
  int countWith(String phrase, int most);

  /** Those of these papers that hold a phrase, as {@link #papersWith(String, int, Filter)}. */
  Set<PaperId> papersWith(String phrase, Collection<PaperId> ids);

  /**
   * Papers whose id, DOI, whole title or the full name of an author is this text. Case, accents,
   * punctuation, a resolver's address before a DOI and arXiv's before its identifiers make no
   * difference (case and accents do to an id). At most so many, in the order of ids.
   */
  List<PaperId> named(String name, int limit, Filter filter);

  /**
   * A word of the collection that begins as a word does and differs from it by at most two letters
   * (one in a word of fewer than eight, where in one of up to five it may be missing, too much or
   * swapped but no other; swapped neighbours are one); of several the nearest, then the most
   * frequent. Empty if a paper holds the word itself, it has fewer than four letters or a digit, or
   * nothing is near.
   *
   * @param word as {@link Token#exact()} has it
   */
  Optional<String> nearWord(String word);

  /**
   * Counts papers by their values of some fields.
   *
   * @param limit how many values of a field are wanted
   * @return a facet for each field, in order
   */
  List<Facet> facets(List<FacetField> fields, Selection selection, int limit);

  /** In how many parts the index is; the more there are, the longer a search takes. */
  int segments();

  /**
   * Names this state: views have the same name exactly when no paper was changed in between. They
   * show the same papers; what deleted ones still add to the statistics of words may have gone.
   */
  long state();

  /** The vectors of those of these papers that have one. */
  Map<PaperId, Embedding> vectors(Collection<PaperId> ids);

  /**
   * Vectors of the sentences of those of these papers for which they were made ahead, from just
   * this content; see {@link PaperIndex#withoutSentenceVectors}. They are derived data, kept in 8
   * bits a value: there may be more of them at every call, and losing them changes no state.
   */
  Map<PaperId, List<Embedding>> sentenceVectors(Collection<Paper> papers);

  /** For how many papers sentences have been embedded ahead. */
  int papersWithSentenceVectors();

  /** Papers by date; those without a date last. */
  List<PaperId> browse(Filter filter, Order order, int offset, int limit);

  /** Papers in the order of their ids (by code point), beginning behind the given one. */
  List<Paper> listAfter(Optional<PaperId> last, int limit);

  /** Papers that could not be embedded, at most so many, in the order of their ids. */
  List<IndexedPaper> failed(int limit);

  /** Embedded papers drawn at random, the same ones for the same seed and state. */
  List<PaperId> sample(int size, long seed);

  @Override
  void close();
}
