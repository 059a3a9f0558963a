package dev.kindred.http.activity;

import java.time.InstantSource;

/** What a server has done of late. Nothing of it is written to disk or log. Thread-safe. */
public record Activity(Searches searches, Rejections rejections) {
  public Activity(InstantSource clock) {
    this(new Searches(clock), new Rejections(clock));
  }
}
