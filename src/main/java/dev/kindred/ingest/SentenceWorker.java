package dev.kindred.ingest;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.EmbeddingFailed;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.SentenceVectors;
import dev.kindred.paper.Paper;
import dev.kindred.paper.sentence.Sentences;
import dev.kindred.paper.sentence.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeds the sentences of papers, in the background and in idle time only: while no paper is
 * pending and it is quiet. In a server that means that no query is being embedded, nor was just
 * now; searches by words alone and those whose query is cached do not hold it up. One thread, one
 * text at a time, so that the other cores are free. What lacks vectors is read from the index: a
 * new worker goes on where an old one stopped. Does not own the index or the embedder; close it
 * before them.
 */
public final class SentenceWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SentenceWorker.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final Duration UNTIL_QUIET = Duration.ofMillis(50);

  /** Nothing depends on it soon, and the disk may be full. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  /** Some seconds of work, which is what a crash costs. */
  private static final int BATCH = 32;

  private final PaperIndex index;
  private final Embedder embedder;
  private final BooleanSupplier quiet;
  private final Duration retryAfter;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private SentenceWorker(
      PaperIndex index, Embedder embedder, BooleanSupplier quiet, Duration retryAfter) {
    this.index = index;
    this.embedder = embedder;
    this.quiet = quiet;
    this.retryAfter = retryAfter;
    this.thread = Thread.ofPlatform().name("embed-sentences").daemon().unstarted(this::run);
  }

  /**
   * Begins at once.
   *
   * @param quiet whether it may go on at this moment, asked before each sentence
   */
  public static SentenceWorker start(PaperIndex index, Embedder embedder, BooleanSupplier quiet) {
    return start(index, embedder, quiet, RETRY_AFTER);
  }

  static SentenceWorker start(
      PaperIndex index, Embedder embedder, BooleanSupplier quiet, Duration retryAfter) {
    SentenceWorker worker = new SentenceWorker(index, embedder, quiet, retryAfter);
    worker.thread.start();
    return worker;
  }

  private void run() {
    try {
      while (!isClosing(Duration.ZERO)) {
        try {
          if (!embedSome()) {
            isClosing(LOOK_AGAIN);
          }
        } catch (RuntimeException | Error failure) {
          log.error("Embedding sentences is held up; it goes on in {}", retryAfter, failure);
          isClosing(retryAfter);
        }
      }
    } catch (InterruptedException nobodyElseInterrupts) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it is to end, known at the latest after some time. */
  private boolean isClosing(Duration wait) throws InterruptedException {
    return closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** False if there was nothing to do. */
  private boolean embedSome() throws InterruptedException {
    List<Paper> papers = index.withoutSentenceVectors(BATCH);
    List<SentenceVectors> made = new ArrayList<>();
    try {
      for (Paper paper : papers) {
        Optional<List<Embedding>> vectors = vectors(paper);
        if (vectors.isEmpty()) {
          break;
        }
        made.add(new SentenceVectors(paper.id(), paper.contentHash(), vectors.get()));
      }
    } finally {
      // Also on a failure, or the papers before it would be embedded again by each attempt.
      if (!made.isEmpty()) {
        index.recordSentences(made);
      }
    }
    return !papers.isEmpty();
  }

  /**
   * Empty if it was not to be finished now. A paper that the model cannot embed has no vectors, for
   * good; any other failure is not the paper's, and is thrown.
   */
  private Optional<List<Embedding>> vectors(Paper paper) throws InterruptedException {
    List<Span> sentences = Sentences.of(paper.abstractText());
    if (sentences.size() > SentenceVectors.MAX_SENTENCES) {
      return Optional.of(List.of());
    }
    List<Embedding> vectors = new ArrayList<>();
    for (Span sentence : sentences) {
      if (!mayGoOn()) {
        return Optional.empty();
      }
      try {
        vectors.add(embedder.passage(sentence.of(paper.abstractText())).embedding());
      } catch (EmbeddingFailed failure) {
        log.warn("A sentence of paper {} could not be embedded", paper.id(), failure);
        return Optional.of(List.of());
      }
    }
    return Optional.of(vectors);
  }

  /** Waits until it is quiet; false if it is to end, or papers have become pending. */
  private boolean mayGoOn() throws InterruptedException {
    while (!quiet.getAsBoolean()) {
      if (isClosing(UNTIL_QUIET)) {
        return false;
      }
    }
    return !isClosing(Duration.ZERO) && !index.awaitPending(Duration.ZERO);
  }

  /** Lets the sentence that is being embedded finish, keeps whole papers, and stops. */
  @Override
  public void close() {
    closing.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException stopSoon) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
