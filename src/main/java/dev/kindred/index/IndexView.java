package dev.kindred.index;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One state of an index: all answers of a view agree with each other. Thread-safe until closed.
 * Lists of hits are in descending order of score, ties by id; papers without a vector have no score
 * for a vector, papers without any of the words none for words.
 */
public interface IndexView extends AutoCloseable {
  Counts counts();

  Optional<IndexedPaper> get(PaperId id);

  /** The papers of these ids that exist. */
  Map<PaperId, Paper> get(Collection<PaperId> ids);

  int count(Filter filter);

  /**
   * The papers nearest in meaning, by cosine. Where the filter leaves n embedded papers, min(limit,
   * n) come back.
   */
  List<Hit> nearest(Embedding query, int limit, Filter filter);

  /** As {@link #nearest}, but by looking at every paper: slow and exact. */
  List<Hit> nearestExactly(Embedding query, int limit, Filter filter);

  /** The papers that best match the words, by BM25; any text is fine, it has no syntax. */
  List<Hit> matching(String words, int limit, Filter filter);

  /** Cosines of just these papers. */
  Map<PaperId, Double> scores(Collection<PaperId> ids, Embedding query);

  /** BM25 scores of just these papers, on the same scale as {@link #matching}. */
  Map<PaperId, Double> scores(Collection<PaperId> ids, String words);

  /** The vectors of those of these papers that have one. */
  Map<PaperId, Embedding> vectors(Collection<PaperId> ids);

  /** Papers by date; those without a date last. */
  List<PaperId> browse(Filter filter, Order order, int offset, int limit);

  /** Papers in the order of their ids (by code point), beginning behind the given one. */
  List<Paper> listAfter(Optional<PaperId> last, int limit);

  /** Embedded papers drawn at random, the same ones for the same seed and state. */
  List<PaperId> sample(int size, long seed);

  @Override
  void close();
}
