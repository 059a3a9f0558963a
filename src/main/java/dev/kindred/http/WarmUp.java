package dev.kindred.http;

import dev.kindred.index.Filter;
import dev.kindred.search.ListShape;
import dev.kindred.search.Page;
import dev.kindred.search.SearchEngine;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One search that nobody asked for, so that the first reader's is not the slow one. */
final class WarmUp {
  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

  private final Thread thread;
  private volatile boolean done;
  private volatile boolean failed;

  WarmUp(SearchEngine engine) {
    this.thread = Thread.ofPlatform().name("warm-up").daemon().unstarted(() -> run(engine));
  }

  void start() {
    thread.start();
  }

  boolean isDone() {
    return done;
  }

  boolean hasFailed() {
    return failed;
  }

  private void run(SearchEngine engine) {
    try {
      engine.answer(
          new SearchQuery("a first search", SearchMode.HYBRID, Filter.NONE, ListShape.PLAIN),
          Showing.of(Page.FIRST));
      done = true;
    } catch (RuntimeException | Error bug) {
      log.error("The warm-up search failed; the server will not say that it is ready", bug);
      failed = true;
    }
  }

  /** Waits until it no longer uses what it searches, but not for ever. */
  void await(Duration timeout) throws InterruptedException {
    thread.join(timeout);
  }
}
