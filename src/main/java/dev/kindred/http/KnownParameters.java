package dev.kindred.http;

import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parameters of a route, in the order in which they are told.
 *
 * @param texts may be given once
 * @param wholeNumbers may be given once; numbers in JSON
 * @param lists may be given more than once; a string or an array of strings in JSON
 */
record KnownParameters(List<String> texts, List<String> wholeNumbers, List<String> lists) {
  static final KnownParameters NONE = new KnownParameters(List.of(), List.of(), List.of());

  /** What a name stands for. */
  enum Kind {
    TEXT,
    WHOLE_NUMBER,
    LIST
  }

  Kind kindOf(String name) {
    if (texts.contains(name)) {
      return Kind.TEXT;
    }
    if (wholeNumbers.contains(name)) {
      return Kind.WHOLE_NUMBER;
    }
    if (lists.contains(name)) {
      return Kind.LIST;
    }
    throw new InvalidRequest(
        "%s is not known here; known are %s".formatted(Quoted.of(name), names()));
  }

  private String names() {
    List<String> names =
        Stream.of(texts, wholeNumbers, lists).flatMap(List::stream).sorted().toList();
    return names.isEmpty() ? "no parameters at all" : String.join(", ", names);
  }
}
