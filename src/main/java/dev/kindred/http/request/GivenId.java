package dev.kindred.http.request;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;

/** An id as a stranger gives it. */
public final class GivenId {
  private GivenId() {}

  /**
   * Reads it.
   *
   * @param name what it was given as
   */
  public static PaperId parse(String name, String text) {
    return PaperId.parse(text)
        .orElseThrow(() ->
            new InvalidRequest(
                "%s is %s; it must be %s".formatted(name, Quoted.of(text), PaperId.RULE)));
  }
}
