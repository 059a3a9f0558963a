package dev.kindred.ingest;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.PassageText;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeds, in the background, whatever is pending in an index. One thread hands papers to as many
 * threads as the embedder has workers and writes their results back every two seconds, so that a
 * crash costs little. Nothing is kept outside the index: a new worker goes on where an old one
 * stopped. Thread-safe. Does not own the index or the embedder; close it before them.
 */
public final class EmbeddingWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddingWorker.class);
  private static final Duration WRITE_EVERY = Duration.ofSeconds(2);
  private static final Duration IDLE_WAIT = Duration.ofMillis(200);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final int AHEAD_PER_WORKER = 32;

  private final PaperIndex index;
  private final Embedder embedder;
  private final InstantSource clock;
  private final ExecutorService threads;
  private final Thread coordinator;
  private final BlockingQueue<EmbeddingResult> finished = new LinkedBlockingQueue<>();
  private final EmbeddingRate rate = new EmbeddingRate();
  private volatile boolean closing;

  // The coordinator's own: papers taken from the index, and those results not yet written back.
  private final Set<PaperId> inHand = new HashSet<>();
  private final List<EmbeddingResult> toWrite = new ArrayList<>();
  private Instant lastWrite;
  private boolean mayHaveMore = true;

  private EmbeddingWorker(PaperIndex index, Embedder embedder, InstantSource clock) {
    this.index = index;
    this.embedder = embedder;
    this.clock = clock;
    this.lastWrite = clock.instant();
    this.threads =
        Executors.newFixedThreadPool(
            embedder.workers(), Thread.ofPlatform().name("embed-", 0).daemon().factory());
    this.coordinator = Thread.ofPlatform().name("embed").daemon().unstarted(this::run);
  }

  /** Begins to embed at once. */
  public static EmbeddingWorker start(PaperIndex index, Embedder embedder, InstantSource clock) {
    EmbeddingWorker worker = new EmbeddingWorker(index, embedder, clock);
    worker.coordinator.start();
    return worker;
  }

  public EmbeddingProgress progress() {
    int pending;
    try (IndexView view = index.view()) {
      pending = view.counts().pending();
    }
    synchronized (rate) {
      return EmbeddingProgress.of(pending, rate.perSecond());
    }
  }

  private void run() {
    while (!closing) {
      try {
        if (!inHand.isEmpty() || awaitWork()) {
          step();
        }
      } catch (InterruptedException nobodyElseInterrupts) {
        return;
      } catch (RuntimeException failure) {
        log.error("Embedding is held up; it goes on in {}", RETRY_AFTER, failure);
        LockSupport.parkNanos(RETRY_AFTER.toNanos());
      }
    }
  }

  private boolean awaitWork() throws InterruptedException {
    if (!index.awaitPending(IDLE_WAIT)) {
      return false;
    }
    lastWrite = clock.instant();
    synchronized (rate) {
      rate.begin(lastWrite);
    }
    refill();
    return true;
  }

  /** Takes one result, if there is one soon, and does what has become due. */
  private void step() throws InterruptedException {
    EmbeddingResult result = finished.poll(100, TimeUnit.MILLISECONDS);
    if (result != null) {
      toWrite.add(result);
    }
    boolean isEnough = toWrite.size() == inHand.size() || toWrite.size() >= ahead();
    if (isEnough || clock.instant().isAfter(lastWrite.plus(WRITE_EVERY))) {
      write();
      mayHaveMore = true;
    }
    if (mayHaveMore && inHand.size() - toWrite.size() < ahead() / 2) {
      refill();
    }
  }

  private int ahead() {
    return embedder.workers() * AHEAD_PER_WORKER;
  }

  private void refill() {
    List<Paper> papers = index.pending(ahead(), id -> !inHand.contains(id));
    mayHaveMore = papers.size() == ahead();
    for (Paper paper : papers) {
      inHand.add(paper.id());
      threads.execute(() -> embed(paper));
    }
  }

  private void embed(Paper paper) {
    if (closing) {
      return;
    }
    try {
      EmbeddedText text = embedder.passage(PassageText.of(paper));
      finished.add(new EmbeddingResult.Succeeded(paper.id(), paper.contentHash(), text));
    } catch (RuntimeException | Error failure) {
      log.warn("Paper {} could not be embedded", paper.id(), failure);
      String reason = String.valueOf(failure.getMessage());
      finished.add(new EmbeddingResult.FailedAttempt(paper.id(), paper.contentHash(), reason));
    }
  }

  private void write() {
    lastWrite = clock.instant();
    if (toWrite.isEmpty()) {
      return;
    }
    index.record(List.copyOf(toWrite));
    synchronized (rate) {
      rate.add(lastWrite, toWrite.size());
    }
    toWrite.forEach(result -> inHand.remove(result.id()));
    toWrite.clear();
  }

  /** Lets the texts that are being embedded at this moment finish, keeps them, and stops. */
  @Override
  public void close() {
    closing = true;
    boolean interrupted = false;
    while (coordinator.isAlive() || !threads.isTerminated()) {
      try {
        coordinator.join(); // it still hands out work that it had begun to fetch
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.SECONDS);
      } catch (InterruptedException stopSoon) {
        interrupted = true;
      }
    }
    finished.drainTo(toWrite);
    write();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
