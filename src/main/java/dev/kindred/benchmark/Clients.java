package dev.kindred.benchmark;

import dev.kindred.embedding.Workers;
import dev.kindred.paper.Rejection.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several clients of a server, each with a connection of its own, on which it asks again as soon as
 * it has been answered (a closed loop).
 */
final class Clients {
  private static final int OK = 200;

  private final int port;
  private final int count;
  private final Course course;

  Clients(int port, int count, Course course) {
    this.port = port;
    this.count = count;
    this.course = course;
  }

  /**
   * What they saw.
   *
   * @param asked how many requests, of the list in its order
   * @param refused how many of them were answered with another status than 200
   * @param nanos of the others
   * @param usage of the clients' threads; the time on the wall is that of all of it
   */
  record Drive(int asked, int refused, List<Long> nanos, long bytes, Usage usage) {
    double answeredPerSecond() {
      return nanos.size() / usage.wallSeconds();
    }
  }

  private record Share(List<Long> nanos, int refused, long bytes, Usage usage) {}

  /** Asks one request after the other until the time is over or all have been asked. */
  Drive drive(List<byte[]> requests, Duration time) {
    return drive(requests, requests.size(), time);
  }

  /** Asks one request after the other, and again from the first, until the time is over. */
  Drive driveAround(List<byte[]> requests, Duration time) {
    return drive(requests, Integer.MAX_VALUE, time);
  }

  private Drive drive(List<byte[]> requests, int most, Duration time) {
    AtomicInteger next = new AtomicInteger();
    long begun = System.nanoTime();
    List<Share> shares =
        new Workers(count)
            .each(
                Collections.nCopies(count, requests),
                asked -> client(asked, most, next, begun + time.toNanos()));
    Usage used = shares.stream().map(Share::usage).reduce(Usage.NONE, Usage::plus);
    return new Drive(
        Math.min(next.get(), most),
        shares.stream().mapToInt(Share::refused).sum(),
        shares.stream().flatMap(share -> share.nanos().stream()).toList(),
        shares.stream().mapToLong(Share::bytes).sum(),
        new Usage(used.cpuNanos(), System.nanoTime() - begun, used.allocatedBytes()));
  }

  private Share client(List<byte[]> requests, int most, AtomicInteger next, long end) {
    Usage before = Usage.now();
    List<Long> nanos = new ArrayList<>();
    int refused = 0;
    long bytes = 0;
    try (HttpConnection connection = new HttpConnection(port)) {
      while (System.nanoTime() < end) {
        int number = next.getAndIncrement();
        if (number >= most) {
          break;
        }
        long begun = System.nanoTime();
        HttpConnection.Answer answer = connection.send(requests.get(number % requests.size()));
        if (answer.status() == OK) {
          nanos.add(System.nanoTime() - begun);
          bytes += answer.bytes();
        } else {
          refused++;
        }
        course.advance(1);
      }
    } catch (IOException none) {
      throw new Unavailable("a client got no answer: " + none);
    }
    return new Share(nanos, refused, bytes, Usage.now().since(before));
  }
}
