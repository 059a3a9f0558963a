package dev.kindred.index;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.paper.ContentHash;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * A collection of papers with their words, fields and vectors. Thread-safe. A write that has
 * returned is durable (it survives the loss of the process and of power) and visible to every view
 * opened later. A paper is searchable by words at once, by meaning when it has been embedded: the
 * queue of what is still to embed is the index itself.
 */
public interface PaperIndex extends AutoCloseable {
  /** What became of a paper that was put. */
  enum PutOutcome {
    NEW,
    CHANGED,
    /** The index held exactly this already; nothing was written. */
    UNCHANGED
  }

  /**
   * Adds the papers, or replaces those with the same id; in order, so that the last of several with
   * one id wins. A paper whose text did not change keeps its embedding; else it becomes pending.
   *
   * @return an outcome for each paper, in order
   */
  List<PutOutcome> put(List<Paper> papers);

  /**
   * Adds papers that are embedded already, as {@link #put} and {@link #record} would, but each is
   * written only once.
   *
   * @return an outcome for each paper, in order
   */
  List<PutOutcome> putEmbedded(List<EmbeddedPaper> papers);

  /** Removes a paper; false if there was none. */
  boolean delete(PaperId id);

  /** The papers as they are now, unchanged by later writes. The caller closes it. */
  IndexView view();

  /**
   * Papers that wait to be embedded, oldest first as far as the index knows.
   *
   * @param wanted leaves out, say, those that are being embedded
   */
  List<Paper> pending(int limit, Predicate<PaperId> wanted);

  /** Waits until a paper is pending or the time is over; true if one is. */
  boolean awaitPending(Duration timeout) throws InterruptedException;

  /**
   * Keeps what came of embedding. A result counts only if the paper still has the content it was
   * made from; otherwise it is dropped without a word, for the paper is pending again already.
   *
   * @return how many counted
   */
  int record(List<EmbeddingResult> results);

  /** Makes every failed paper pending again, its attempts forgotten; returns how many. */
  int retryFailed();

  /**
   * Embedded papers whose sentences have not been, at most so many. None while a paper is pending:
   * sentences are for idle time.
   */
  List<Paper> withoutSentenceVectors(int limit);

  /**
   * Keeps vectors of sentences beside the papers, which are not rewritten. They count only while a
   * paper has the content they were made from. A crash may lose the last of them.
   */
  void recordSentences(List<SentenceVectors> made);

  /** What made the vectors that are in this index. */
  ModelIdentity identity();

  /**
   * Notes another way of running the same model, after it has been found to give the same vectors.
   */
  void accept(ModelIdentity.Recorded recorded);

  @Override
  void close();

  /** A paper and what was made of its text. */
  record EmbeddedPaper(Paper paper, EmbeddedText embeddedText) {}

  /** What came of embedding one paper. */
  sealed interface EmbeddingResult {
    PaperId id();

    /** Of the text that was embedded. */
    ContentHash contentHash();

    record Succeeded(PaperId id, ContentHash contentHash, EmbeddedText embeddedText)
        implements EmbeddingResult {}

    record FailedAttempt(PaperId id, ContentHash contentHash, String reason)
        implements EmbeddingResult {}
  }
}
