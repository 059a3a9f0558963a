package dev.kindred.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.index.Filter;
import dev.kindred.paper.PublicationDate;
import java.util.Optional;

/** The condition on a paper's date: one end of a period, or both, in one object. */
final class PeriodCondition {
  private PeriodCondition() {}

  static Filter parse(JsonNode json, String place) {
    return new Filter.Published(
        end(json, place, "published_from").map(PublicationDate::first),
        end(json, place, "published_to").map(PublicationDate::last));
  }

  private static Optional<PublicationDate> end(JsonNode json, String place, String name) {
    String inside = place + "." + name;
    return json.has(name)
        ? Optional.of(DateText.parse(inside, FilterJson.text(json.path(name), inside)))
        : Optional.empty();
  }
}
