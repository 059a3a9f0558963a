package dev.kindred.http.request;

import dev.kindred.paper.PublicationDate;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;

/** An end of a period, without a time of day, which filters have no use for. */
final class DateText {
  private DateText() {}

  static PublicationDate parse(String name, String text) {
    if (text.length() <= "YYYY-MM-DD".length()) {
      var date = PublicationDate.parse(text);
      if (date.isPresent()) {
        return date.get();
      }
    }
    throw new InvalidRequest(
        "%s is %s; it must be a date as YYYY, YYYY-MM or YYYY-MM-DD"
            .formatted(name, Quoted.of(text)));
  }
}
