package dev.kindred.http;

import dev.kindred.http.activity.Activity;
import dev.kindred.http.metrics.Metrics;
import dev.kindred.http.metrics.Watched;
import java.time.InstantSource;

/**
 * What looks on while a server answers.
 *
 * @param admission lets searches in, and knows how many wait
 */
record Watching(Activity activity, Admission admission, Metrics metrics, WatchedAnswers answers) {
  static Watching of(
      ServedCollection collection, WarmUp warmUp, SlowSearches slow, InstantSource clock) {
    Activity activity = new Activity(clock);
    Admission admission = new Admission(collection.searches());
    Metrics metrics =
        new Metrics(
            new Watched(
                collection.index(),
                collection.progress(),
                collection.store(),
                collection.version(),
                activity,
                admission::waiting,
                warmUp::isDone));
    return new Watching(
        activity,
        admission,
        metrics,
        new WatchedAnswers(admission, activity.searches(), metrics, slow));
  }
}
