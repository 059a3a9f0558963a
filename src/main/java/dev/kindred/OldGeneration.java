package dev.kindred;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.Optional;

/**
 * Has old garbage collected before memory runs out. JDK 25's serial collector looks at its old
 * generation only when that has grown as far as it may, which is to half of the machine's memory.
 * The other collectors look earlier and are left alone.
 */
final class OldGeneration {
  private static final String OF_THE_SERIAL_COLLECTOR = "Tenured Gen";

  private final long margin;
  private final Duration betweenLooks;

  /**
   * What to look for.
   *
   * @param margin bytes that it may always grow by without a look at what of them is garbage
   */
  OldGeneration(long margin, Duration betweenLooks) {
    this.margin = margin;
    this.betweenLooks = betweenLooks;
  }

  /** Begins to watch it, as long as the process lives. */
  void watch() {
    Thread.ofPlatform().name("old-generation").daemon().start(this::keepSmall);
  }

  private void keepSmall() {
    try {
      Thread.sleep(betweenLooks); // A start has better things to do.
      Optional<MemoryPoolMXBean> pool = pool();
      long left = 0;
      while (pool.isPresent()) {
        if (isDue(used(pool.get()), left)) {
          System.gc();
          left = used(pool.get());
        }
        Thread.sleep(betweenLooks);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether it has grown by the margin and by half, for a collection takes as long as much is left.
   *
   * @param left bytes that the last collection found in use
   */
  boolean isDue(long used, long left) {
    return used - left > Math.max(margin, left / 2);
  }

  private static Optional<MemoryPoolMXBean> pool() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals(OF_THE_SERIAL_COLLECTOR))
        .findFirst();
  }

  private static long used(MemoryPoolMXBean pool) {
    return pool.getUsage().getUsed();
  }
}
