package dev.kindred.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a thread has used. Other programs of the machine hardly change its CPU time, unlike the time
 * on the wall.
 *
 * @param cpuNanos of this thread, native code included
 * @param allocatedBytes on the heap, by this thread
 */
record Usage(long cpuNanos, long wallNanos, long allocatedBytes) {
  static final Usage NONE = new Usage(0, 0, 0);

  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean(); // of this JVM, which has more to tell

  /** Since the thread and the clock began. */
  static Usage now() {
    return new Usage(
        THREADS.getCurrentThreadCpuTime(),
        System.nanoTime(),
        THREADS.getCurrentThreadAllocatedBytes());
  }

  Usage since(Usage before) {
    return new Usage(
        cpuNanos - before.cpuNanos,
        wallNanos - before.wallNanos,
        allocatedBytes - before.allocatedBytes);
  }

  Usage plus(Usage other) {
    return new Usage(
        cpuNanos + other.cpuNanos,
        wallNanos + other.wallNanos,
        allocatedBytes + other.allocatedBytes);
  }

  double cpuSeconds() {
    return cpuNanos / 1e9;
  }

  double wallSeconds() {
    return wallNanos / 1e9;
  }
}
