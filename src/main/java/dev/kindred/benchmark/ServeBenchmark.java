package dev.kindred.benchmark;

import dev.kindred.benchmark.Clients.Drive;
import dev.kindred.embedding.Embedder;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a server queries that it has never seen, and in turns embeds the same queries without it:
 * nothing that embeds each query can be faster. Then asks the last queries again, which the server
 * still knows. Runs once, in the process of the server; owns nothing of what it uses.
 */
public final class ServeBenchmark {
  private static final int TURNS = 4;

  /** As many lists as a server keeps for certain. */
  private static final int REPEATED = 200;

  private final Clients clients;
  private final Embedder embedder;
  private final List<String> queries;
  private final Course course;

  /**
   * Asks a server of this machine.
   *
   * @param embedder the server's own
   * @param queries each but once
   */
  public ServeBenchmark(
      int port, int clients, Embedder embedder, List<String> queries, Course course) {
    this.clients = new Clients(port, clients, course);
    this.embedder = embedder;
    this.queries = List.copyOf(queries);
    this.course = course;
  }

  /** How many queries can be asked in so much time, warming up included, and some more. */
  public static int wanted(Duration time) {
    return (int) (1_000 * time.toSeconds()) + 2 * REPEATED;
  }

  /**
   * Measures.
   *
   * @param warmUp for queries before, until the server's code is compiled
   * @param time for queries that are new; the others take as much again and half of it
   */
  public ServeReport run(Duration warmUp, Duration time) {
    long share = queries.size() * warmUp.toMillis() / warmUp.plus(time).toMillis();
    List<String> first = queries.subList(0, Math.max(1, (int) share));
    List<String> measured = queries.subList(first.size(), queries.size());
    int slice = measured.size() / TURNS;
    if (slice < 1) {
      throw new InvalidRequest("the papers hold too few sentences to make queries of");
    }
    course.begin("warming up", 0, "queries");
    Drive warm = clients.drive(requests(first), warmUp);
    EmbeddedQueries.seconds(first.subList(0, Math.min(REPEATED, warm.asked())), embedder, course);
    course.begin("asking", 0, "queries");
    List<Drive> drives = new ArrayList<>();
    List<Double> embedding = new ArrayList<>();
    List<String> last = first;
    for (int turn = 0; turn < TURNS; turn++) {
      List<String> some = measured.subList(turn * slice, (turn + 1) * slice);
      Drive drive = clients.drive(requests(some), time.dividedBy(TURNS));
      last = some.subList(0, drive.asked());
      drives.add(drive);
      embedding.add(EmbeddedQueries.seconds(last, embedder, course));
    }
    return new ServeReport(
        embedder.card().name(), drives, embedding, again(last, time.dividedBy(2)));
  }

  private Drive again(List<String> asked, Duration time) {
    course.begin("asking again", 0, "queries");
    List<byte[]> known =
        requests(asked.subList(Math.max(0, asked.size() - REPEATED), asked.size()));
    clients.drive(known, time); // Each is kept now.
    return clients.driveAround(known, time);
  }

  private static List<byte[]> requests(List<String> queries) {
    return queries.stream()
        .map(query ->
            HttpConnection.request(
                "/v1/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
        .toList();
  }
}
