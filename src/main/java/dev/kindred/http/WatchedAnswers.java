package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.activity.Searches;
import dev.kindred.http.answer.AnswerJson;
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

  private record Answered(SearchAnswer answer, ObjectNode json) {}

  WatchedAnswers(Admission admission, Searches searches) {
    this.admission = admission;
    this.searches = searches;
  }

  void answer(Context ctx, Supplier<SearchAnswer> search) throws JsonProcessingException {
    long begun = System.nanoTime();
    Answered answered = watched(search);
    Answers.ok(ctx, answered.json());
    searches.answered(answered.answer(), Duration.ofNanos(System.nanoTime() - begun));
  }

  private Answered watched(Supplier<SearchAnswer> search) {
    try {
      return admission.admit(() -> {
        SearchAnswer answer = search.get();
        return new Answered(answer, AnswerJson.of(answer));
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
