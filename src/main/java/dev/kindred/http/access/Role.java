package dev.kindred.http.access;

import io.javalin.security.RouteRole;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an address asks of its caller, and what a key lets its owner do. Each includes those before.
 */
public enum Role implements RouteRole {
  /** No key at all. */
  ANYBODY,
  /** Whatever only reads papers. */
  SEARCH,
  /** Putting and deleting papers. */
  WRITE,
  /** What was asked, what failed, the numbers of the server, and orders to it. */
  ADMIN;

  /** The roles that a key can have. */
  public static final String RULE = "search, write or admin";

  /** Reads the role of a key, as {@link #RULE} says; empty if it is none of them. */
  public static Optional<Role> parse(String text) {
    return Arrays.stream(values())
        .filter(role -> role != ANYBODY && role.toString().equals(text))
        .findFirst();
  }

  boolean includes(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** As it is written in files and messages. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
