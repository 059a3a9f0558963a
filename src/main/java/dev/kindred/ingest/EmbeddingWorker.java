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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeds, in the background, whatever is pending in an index. One thread hands papers to as many
 * threads as the embedder has workers, and sees that they always have some in hand; another writes
 * results back every three seconds, so that a crash costs little. Nothing is kept outside the
 * index: a new worker goes on where an old one stopped. Thread-safe. Does not own the index or the
 * embedder; close it before them.
 */
public final class EmbeddingWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddingWorker.class);
  private static final Duration WRITE_EVERY = Duration.ofSeconds(3);
  private static final Duration IDLE_WAIT = Duration.ofMillis(200);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /** More than a worker embeds in three seconds. */
  private static final int AHEAD_PER_WORKER = 128;

  /** When writing is held up, embedding goes on until so many results wait for it. */
  private static final int UNWRITTEN_AT_MOST = 8 * AHEAD_PER_WORKER;

  private final PaperIndex index;
  private final Embedder embedder;
  private final SearchesFirst searches;
  private final InstantSource clock;
  private final ExecutorService threads;
  private final ExecutorService writer;
  private final Thread coordinator;
  private final BlockingQueue<EmbeddingResult> finished = new LinkedBlockingQueue<>();
  private final EmbeddingRate rate = new EmbeddingRate();
  private volatile boolean closing;

  // The coordinator's own: papers taken from the index whose results are not yet in it, how many
  // of them are not embedded yet, and the results that nobody is writing yet.
  private final Set<PaperId> inHand = new HashSet<>();
  private final List<EmbeddingResult> toWrite = new ArrayList<>();
  private int unfinished;
  private Instant lastWrite;
  private boolean mayHaveMore = true;
  private List<EmbeddingResult> writing = List.of();
  private CompletableFuture<?> write = CompletableFuture.completedFuture(null);

  private EmbeddingWorker(
      PaperIndex index, Embedder embedder, SearchesFirst searches, InstantSource clock) {
    this.index = index;
    this.embedder = embedder;
    this.searches = searches;
    this.clock = clock;
    this.lastWrite = clock.instant();
    this.threads =
        Executors.newFixedThreadPool(
            embedder.workers(), Thread.ofPlatform().name("embed-", 0).daemon().factory());
    this.writer =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("embed-write").daemon().factory());
    this.coordinator = Thread.ofPlatform().name("embed").daemon().unstarted(this::run);
  }

  /** Begins to embed at once, as fast as it goes. */
  public static EmbeddingWorker start(PaperIndex index, Embedder embedder, InstantSource clock) {
    return start(index, embedder, new SearchesFirst(), clock);
  }

  /**
   * Begins to embed at once.
   *
   * @param searches that go before each paper
   */
  public static EmbeddingWorker start(
      PaperIndex index, Embedder embedder, SearchesFirst searches, InstantSource clock) {
    EmbeddingWorker worker = new EmbeddingWorker(index, embedder, searches, clock);
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
      unfinished--;
      toWrite.add(result);
    }
    if (write.isDone()) {
      settleWrite();
      boolean isDue = unfinished == 0 || clock.instant().isAfter(lastWrite.plus(WRITE_EVERY));
      if (isDue && !toWrite.isEmpty()) {
        beginWrite();
      }
    }
    if (unfinished < (mayHaveMore ? ahead() / 2 : embedder.workers())
        && inHand.size() - unfinished < UNWRITTEN_AT_MOST) {
      refill();
    }
  }

  private int ahead() {
    return embedder.workers() * AHEAD_PER_WORKER;
  }

  /** The longest first, so that in the end no long one keeps others waiting for it alone. */
  private void refill() {
    List<Paper> papers = new ArrayList<>(index.pending(ahead(), id -> !inHand.contains(id)));
    mayHaveMore = papers.size() == ahead();
    papers.sort(Comparator.comparingInt((Paper paper) -> paper.abstractText().length()).reversed());
    for (Paper paper : papers) {
      inHand.add(paper.id());
      unfinished++;
      threads.execute(() -> embedInTurn(paper));
    }
  }

  private void embedInTurn(Paper paper) {
    if (!closing) {
      searches.work(embedder.workers(), () -> embed(paper));
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

  /** Not on the coordinator's thread: a write waits for those of an import before it. */
  private void beginWrite() {
    lastWrite = clock.instant();
    List<EmbeddingResult> results = List.copyOf(toWrite);
    toWrite.clear();
    writing = results;
    write = CompletableFuture.runAsync(() -> write(results), writer);
  }

  private void write(List<EmbeddingResult> results) {
    index.record(results);
    synchronized (rate) {
      rate.add(clock.instant(), results.size());
    }
  }

  /** Lets go of what has been written; if that failed, it is written again, and thrown why. */
  private void settleWrite() {
    List<EmbeddingResult> ended = writing;
    writing = List.of();
    try {
      write.join();
    } catch (CompletionException failure) {
      write = CompletableFuture.completedFuture(null);
      toWrite.addAll(ended);
      throw failure;
    }
    if (!ended.isEmpty()) {
      ended.forEach(result -> inHand.remove(result.id()));
      mayHaveMore = true;
    }
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
    writeTheRest();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeTheRest() {
    try (writer) {
      settleWrite();
    } catch (CompletionException failure) {
      log.warn("The last results could not be written; once more", failure);
    }
    if (!toWrite.isEmpty()) {
      index.record(toWrite);
    }
  }
}
