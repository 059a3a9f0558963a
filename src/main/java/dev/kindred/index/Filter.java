package dev.kindred.index;

import dev.kindred.paper.PaperDraft;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Which papers count. An invalid one cannot exist; blanks around a name make no difference. */
public sealed interface Filter {
  /** Every paper. Safe: a case does not initialise this interface, which has no default method. */
  @SuppressWarnings("ClassInitializationDeadlock")
  Filter NONE = new All(List.of());

  /** More conditions than anyone means; each costs a clause of the index query. */
  int MAX_CONDITIONS = 200;

  /** How deep {@link All}, {@link Any} and {@link Not} may stand in each other. */
  int MAX_DEPTH = 10;

  /** What some paper may not fulfil. */
  sealed interface Condition extends Filter {
    @Override
    default boolean isEmpty() {
      return false;
    }
  }

  /** The paper has exactly this category. */
  record Category(String name) implements Condition {
    public Category {
      name = required("category", name);
    }
  }

  /** This name, or the words of it in order, is in one of the authors' names. */
  record AuthorName(String name) implements Condition {
    public AuthorName {
      name = required("author", name);
    }
  }

  /**
   * The paper's date overlaps a period. A paper without a date is outside of every period.
   *
   * @param from the date does not end before this day
   * @param to the date does not begin after this day
   */
  record Published(Optional<LocalDate> from, Optional<LocalDate> to) implements Condition {
    public Published {
      if (from.isEmpty() && to.isEmpty()) {
        throw new InvalidRequest("a period is empty; it needs published_from or published_to");
      }
      if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
        throw new InvalidRequest(
            "published_from is %s and published_to is %s; from must not be after to"
                .formatted(from.get(), to.get()));
      }
    }
  }

  /** A field of the metadata is this text, number or truth value, or an array that holds it. */
  record Metadata(String name, String value) implements Condition {
    public Metadata {
      name = required("metadata", name);
      value = required("metadata." + name, value);
    }
  }

  /** A field of the metadata is a number from..to, both included, or an array that holds one. */
  record MetadataRange(String name, OptionalDouble from, OptionalDouble to) implements Condition {
    public MetadataRange {
      name = required("metadata", name);
      if (from.isEmpty() && to.isEmpty()) {
        throw new InvalidRequest("the range of metadata.%s has neither end".formatted(name));
      }
      double first = from.orElse(Double.NEGATIVE_INFINITY);
      double last = to.orElse(Double.POSITIVE_INFINITY);
      if (!(first <= last)) {
        throw new InvalidRequest(
            "metadata.%s is asked for from %s to %s; from must not be above to"
                .formatted(name, first, last));
      }
    }
  }

  /** All of these hold; of none, every paper does. */
  record All(List<Filter> parts) implements Filter {
    public All {
      parts = within(parts);
    }

    @Override
    public boolean isEmpty() {
      return parts.stream().allMatch(Filter::isEmpty);
    }
  }

  /** At least one of these holds. */
  record Any(List<Filter> parts) implements Condition {
    public Any {
      parts = within(parts);
      if (parts.isEmpty()) {
        throw new InvalidRequest("\"or\" is empty; it needs at least one condition");
      }
    }
  }

  /** This does not hold. */
  record Not(Filter part) implements Condition {
    public Not {
      within(List.of(part));
    }
  }

  /** Whether this leaves every paper, whatever there is. */
  boolean isEmpty();

  private static List<Filter> within(List<Filter> parts) {
    int conditions = parts.stream().mapToInt(Filter::conditions).sum();
    if (conditions > MAX_CONDITIONS) {
      throw new InvalidRequest(
          "a filter has %d conditions; at most %d are allowed"
              .formatted(conditions, MAX_CONDITIONS));
    }
    int depth = 1 + parts.stream().mapToInt(Filter::depth).max().orElse(0);
    if (depth > MAX_DEPTH) {
      throw new InvalidRequest(
          "a filter is nested %d levels deep; at most %d are allowed".formatted(depth, MAX_DEPTH));
    }
    return List.copyOf(parts);
  }

  private static int conditions(Filter filter) {
    return switch (filter) {
      case All(var parts) -> parts.stream().mapToInt(Filter::conditions).sum();
      case Any(var parts) -> parts.stream().mapToInt(Filter::conditions).sum();
      case Not(var part) -> conditions(part);
      case Category _, AuthorName _, Published _, Metadata _, MetadataRange _ -> 1;
    };
  }

  private static int depth(Filter filter) {
    return switch (filter) {
      case All(var parts) -> 1 + parts.stream().mapToInt(Filter::depth).max().orElse(0);
      case Any(var parts) -> 1 + parts.stream().mapToInt(Filter::depth).max().orElse(0);
      case Not(var part) -> 1 + depth(part);
      case Category _, AuthorName _, Published _, Metadata _, MetadataRange _ -> 0;
    };
  }

  private static String required(String what, String given) {
    String name = given.strip();
    if (name.isEmpty()) {
      throw new InvalidRequest("%s is empty; give it a value or leave it out".formatted(what));
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > PaperDraft.MAX_NAME_BYTES) {
      throw new InvalidRequest(
          "%s is %s; it must have at most %d bytes"
              .formatted(what, Quoted.of(name), PaperDraft.MAX_NAME_BYTES));
    }
    return name;
  }
}
