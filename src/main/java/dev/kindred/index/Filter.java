package dev.kindred.index;

import dev.kindred.paper.PaperDraft;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which papers count; all parts must hold. An invalid one cannot exist. Blanks around a name and
 * names given again make no difference.
 *
 * @param categories the paper has one of these, exactly; none given means any
 * @param authors each of these names, or the words of it in order, is in one of its authors' names
 * @param from the paper's date does not end before this day
 * @param to the paper's date does not begin after this day
 */
public record Filter(
    List<String> categories,
    List<String> authors,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {
  public static final Filter NONE =
      new Filter(List.of(), List.of(), Optional.empty(), Optional.empty());

  /** More than anyone means; each costs a clause of the index query. */
  public static final int MAX_NAMES = 100;

  /**
   * @throws InvalidRequest if a name is blank or too long, there are too many, or the period ends
   *     before it begins
   */
  public Filter {
    categories = names("category", categories);
    authors = names("author", authors);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw new InvalidRequest(
          "published_from is %s and published_to is %s; from must not be after to"
              .formatted(from.get(), to.get()));
    }
  }

  private static List<String> names(String what, List<String> given) {
    List<String> names = given.stream().map(String::strip).distinct().toList();
    if (names.size() > MAX_NAMES) {
      throw new InvalidRequest(
          "%s has %d values; at most %d are allowed".formatted(what, names.size(), MAX_NAMES));
    }
    names.forEach(name -> requireLength(what, name));
    return names;
  }

  private static void requireLength(String what, String name) {
    if (name.isEmpty()) {
      throw new InvalidRequest("%s is empty; give it a value or leave it out".formatted(what));
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > PaperDraft.MAX_NAME_BYTES) {
      throw new InvalidRequest(
          "%s is %s; it must have at most %d bytes"
              .formatted(what, Quoted.of(name), PaperDraft.MAX_NAME_BYTES));
    }
  }

  public boolean isEmpty() {
    return equals(NONE);
  }
}
