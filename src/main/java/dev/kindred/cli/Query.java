package dev.kindred.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The query part of an address, built up parameter by parameter. Not thread-safe. */
final class Query {
  private final List<String> parameters = new ArrayList<>();

  static Query none() {
    return new Query();
  }

  Query with(String name, Object value) {
    parameters.add(encoded(name) + "=" + encoded(value.toString()));
    return this;
  }

  Query with(String name, Optional<?> value) {
    value.ifPresent(present -> with(name, present));
    return this;
  }

  Query with(String name, List<String> values) {
    values.forEach(value -> with(name, value));
    return this;
  }

  /** A text as one part of a path or query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** With its question mark; empty if there is no parameter. */
  @Override
  public String toString() {
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }
}
