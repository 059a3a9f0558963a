package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.activity.Searches;
import dev.kindred.http.answer.AnswerJson;
import dev.kindred.http.metrics.Metrics;
import dev.kindred.http.metrics.SearchKind;
import dev.kindred.http.metrics.SearchStages;
import dev.kindred.paper.Rejection;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.search.SearchAnswer;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Answers searches, each in its turn, and notes how that went: what it took from the understood
 * request to the answer, the wait included. What is wrong with a request is no search.
 */
final class WatchedAnswers {
  private final Admission admission;
  private final Searches searches;
  private final Metrics metrics;
  private final SlowSearches slow;

  /** An answer, and when it was let in and found. */
  private record Answered(SearchAnswer answer, ObjectNode json, long admitted, long found) {
    SearchStages stages(long begun, long ended) {
      return new SearchStages(
          Duration.ofNanos(admitted - begun),
          Duration.ofNanos(found - admitted),
          Duration.ofNanos(ended - found));
    }
  }

  WatchedAnswers(Admission admission, Searches searches, Metrics metrics, SlowSearches slow) {
    this.admission = admission;
    this.searches = searches;
    this.metrics = metrics;
    this.slow = slow;
  }

  void answer(Context ctx, Supplier<SearchAnswer> search) throws JsonProcessingException {
    long begun = System.nanoTime();
    Answered answered = watched(search);
    Answers.ok(ctx, answered.json());
    SearchStages took = answered.stages(begun, System.nanoTime());
    ctx.header("Server-Timing", took.serverTiming());
    searches.answered(answered.answer(), took.total());
    SearchKind kind = SearchKind.of(answered.answer());
    metrics.answered(kind, took);
    slow.note(kind, took, answered.answer().list().total());
  }

  private Answered watched(Supplier<SearchAnswer> search) {
    try {
      return admission.admit(() -> {
        long admitted = System.nanoTime();
        SearchAnswer answer = search.get();
        long found = System.nanoTime();
        return new Answered(answer, AnswerJson.of(answer), admitted, found);
      });
    } catch (Unavailable tooMuch) {
      searches.refused();
      throw tooMuch;
    } catch (Rejection badRequest) {
      throw badRequest;
    } catch (RuntimeException | Error bug) {
      searches.failed();
      throw bug;
    }
  }
}
