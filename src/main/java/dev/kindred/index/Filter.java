package dev.kindred.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which papers count; all parts must hold.
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

  public Filter {
    categories = List.copyOf(categories);
    authors = List.copyOf(authors);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }
}
