package dev.kindred.search;

import dev.kindred.index.Order;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.Locale;
import java.util.Optional;

/** What a list can be ordered by, as an address or a command line spells it. */
public enum Sort {
  RELEVANCE,
  /** Newest first. */
  DATE,
  /** Oldest first. */
  DATE_ASC;

  public static Sort of(Optional<Order> byDate) {
    return byDate.map(Sort::of).orElse(RELEVANCE);
  }

  public static Sort of(Order order) {
    return switch (order) {
      case NEWEST_FIRST -> DATE;
      case OLDEST_FIRST -> DATE_ASC;
    };
  }

  /** Reads what {@link #toString} writes. */
  public static Sort parse(String text) {
    for (Sort sort : values()) {
      if (sort.toString().equals(text)) {
        return sort;
      }
    }
    throw new InvalidRequest(
        "sort is %s; it must be relevance, date (newest first) or date_asc"
            .formatted(Quoted.of(text)));
  }

  /** None for that of relevance. */
  public Optional<Order> byDate() {
    return switch (this) {
      case RELEVANCE -> Optional.empty();
      case DATE -> Optional.of(Order.NEWEST_FIRST);
      case DATE_ASC -> Optional.of(Order.OLDEST_FIRST);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
