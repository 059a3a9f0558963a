package dev.kindred.http.request;

import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parameters of a route and what they can hold. Immutable. */
public final class KnownParameters {
  public static final KnownParameters NONE = new KnownParameters(Map.of());

  private final Map<String, ParameterKind> kinds;

  private KnownParameters(Map<String, ParameterKind> kinds) {
    this.kinds = Map.copyOf(kinds);
  }

  /**
   * These and more.
   *
   * @param names of which one that ends in a dot stands for all that go on behind it
   */
  public KnownParameters and(ParameterKind kind, String... names) {
    Map<String, ParameterKind> more = new TreeMap<>(kinds);
    for (String name : names) {
      more.put(name, kind);
    }
    return new KnownParameters(more);
  }

  public KnownParameters and(KnownParameters others) {
    Map<String, ParameterKind> more = new TreeMap<>(kinds);
    more.putAll(others.kinds);
    return new KnownParameters(more);
  }

  ParameterKind kindOf(String name) {
    Optional<ParameterKind> kind = Optional.ofNullable(kinds.get(name));
    return kind.filter(_ -> !name.endsWith("."))
        .or(() -> ofFamily(name))
        .orElseThrow(() ->
            new InvalidRequest(
                "%s is not known here; known are %s".formatted(Quoted.of(name), names())));
  }

  private Optional<ParameterKind> ofFamily(String name) {
    int dot = name.indexOf('.');
    return dot < 0 || dot == name.length() - 1
        ? Optional.empty()
        : Optional.ofNullable(kinds.get(name.substring(0, dot + 1)));
  }

  private String names() {
    return kinds.isEmpty()
        ? "no parameters at all"
        : kinds.keySet().stream()
            .sorted()
            .map(name -> name.endsWith(".") ? name + "NAME" : name)
            .collect(Collectors.joining(", "));
  }
}
