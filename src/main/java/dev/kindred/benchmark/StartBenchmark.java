package dev.kindred.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a server in two ways in turns, each as a process of its own, until it is ready. */
public final class StartBenchmark {
  private final List<String> with;
  private final List<String> without;
  private final Path log;
  private final Course course;

  /**
   * Takes the commands, which a port is added to.
   *
   * @param with the AOT cache
   * @param without it
   * @param log a file for what the servers say
   */
  public StartBenchmark(List<String> with, List<String> without, Path log, Course course) {
    this.with = List.copyOf(with);
    this.without = List.copyOf(without);
    this.log = log;
    this.course = course;
  }

  /** Starts both once to warm the page cache up, and then so many times. */
  public StartReport run(int rounds) {
    course.begin("starting", 2 * (rounds + 1), "times");
    List<StartedServer.Start> ofWith = new ArrayList<>();
    List<StartedServer.Start> ofWithout = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      StartedServer.Start one = StartedServer.start(with, log, course);
      course.advance(1);
      StartedServer.Start other = StartedServer.start(without, log, course);
      course.advance(1);
      if (round > 0) {
        ofWith.add(one);
        ofWithout.add(other);
      }
    }
    return new StartReport(ofWith, ofWithout);
  }
}
