package dev.kindred.map;

import dev.kindred.index.Counts;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.map.MapState.Ready;
import dev.kindred.map.MapState.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the map of an index in the background, when no paper is pending, and again when a tenth of
 * the papers came, went or changed. One thread, which stops while papers are being embedded, and
 * gives way to searches. The map is kept in a file and read from there at the beginning.
 * Thread-safe. Does not own the index; close it before that.
 */
public final class MapWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MapWorker.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final Duration RETRY_AFTER = Duration.ofMinutes(10);

  /** So that looking takes a twentieth of the time at most. */
  private static final int REST = 20;

  private final PaperIndex index;
  private final MapFile file;
  private final BooleanSupplier quiet;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile MapState state = new Waiting("the server is starting");

  // The thread's own.
  private Optional<CollectionMap> map = Optional.empty();
  private OptionalLong seen = OptionalLong.empty();

  private MapWorker(PaperIndex index, MapFile file, BooleanSupplier quiet, InstantSource clock) {
    this.index = index;
    this.file = file;
    this.quiet = quiet;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("map").daemon().unstarted(this::run);
  }

  /**
   * Begins at once.
   *
   * @param file where the map is kept
   * @param quiet whether no search is going on at this moment, asked often
   */
  public static MapWorker start(
      PaperIndex index, Path file, BooleanSupplier quiet, InstantSource clock) {
    MapWorker worker = new MapWorker(index, new MapFile(file, index.identity()), quiet, clock);
    worker.thread.start();
    return worker;
  }

  /** What there is of the map now. */
  public MapState state() {
    return state;
  }

  private void run() {
    try {
      map = file.read();
      Duration wait = Duration.ZERO;
      while (!closing.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        wait = step();
      }
    } catch (InterruptedException nobodyElseInterrupts) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does what there is to do; says how long there is no hurry. */
  private Duration step() {
    long begin = System.nanoTime();
    try {
      // What went while a map was made is on it, however long that took.
      return look() ? LOOK_AGAIN : restFrom(Duration.ofNanos(System.nanoTime() - begin));
    } catch (CancellationException closingOrImporting) {
      seen = OptionalLong.empty();
      return LOOK_AGAIN;
    } catch (RuntimeException | Error failure) {
      seen = OptionalLong.empty();
      log.error("The map could not be made; that is tried again in {}", RETRY_AFTER, failure);
      say(new Waiting("making the map failed, as the log tells; it will be tried again"));
      return RETRY_AFTER;
    }
  }

  private static Duration restFrom(Duration looking) {
    Duration rest = looking.multipliedBy(REST);
    return rest.compareTo(LOOK_AGAIN) > 0 ? rest : LOOK_AGAIN;
  }

  /** Looks whether a map is to be made, and makes it; true if one was made. */
  private boolean look() {
    try (IndexView view = index.view()) {
      if (seen.isPresent() && seen.getAsLong() == view.state()) {
        return false;
      }
      Counts counts = view.counts();
      Optional<MapAge> age = map.map(shown -> new MapAge(view, shown));
      age.ifPresent(known -> show(known.left(), counts));
      if (counts.pending() > 0) {
        say(new Waiting("%,d papers are still to be embedded".formatted(counts.pending())));
        return false;
      }
      seen = OptionalLong.of(view.state());
      if (counts.embedded() < MapMaking.FEWEST_PAPERS) {
        map = Optional.empty();
        state =
            new Waiting(
                "%d papers are embedded; a map needs %d"
                    .formatted(counts.embedded(), MapMaking.FEWEST_PAPERS));
        return false;
      }
      if (age.isPresent() && !age.get().isTooOld()) {
        return false;
      }
      make(view);
      show(map.orElseThrow(), counts);
      return true;
    }
  }

  private void make(IndexView view) {
    MapPace pace = new MapPace(quiet, this::isImporting, closing, this::say);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // as the file has it
    long begin = System.nanoTime();
    CollectionMap made = MapMaking.of(view, now, pace);
    map = Optional.of(made);
    log.info(
        "Made the map of {} papers in {}; its trustworthiness is {}",
        made.points().size(),
        Duration.ofNanos(System.nanoTime() - begin),
        "%.3f".formatted(made.trustworthiness()));
    keep(made);
  }

  /** A map that cannot be kept is shown all the same. */
  private void keep(CollectionMap made) {
    try {
      file.write(made);
    } catch (IOException diskFull) {
      log.warn("The map cannot be kept; a server that starts later makes it again", diskFull);
    }
  }

  private boolean isImporting() {
    try {
      return index.awaitPending(Duration.ZERO);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** An older map is shown as long as there is no newer one. */
  private void say(MapState without) {
    if (map.isEmpty()) {
      state = without;
    }
  }

  private void show(CollectionMap shown, Counts counts) {
    state = new Ready(shown, version(shown), counts.papers() - shown.points().size());
  }

  private static String version(CollectionMap map) {
    int ids = 1;
    for (MapPoint point : map.points()) {
      ids = 31 * ids + point.id().hashCode();
    }
    return "%x-%x".formatted(map.made().toEpochMilli(), ids);
  }

  /** Stops at once; a map that is being made is given up. */
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
