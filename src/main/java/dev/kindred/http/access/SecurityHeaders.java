package dev.kindred.http.access;

import java.util.Map;

/** Headers of every answer. */
public final class SecurityHeaders {
  public static final Map<String, String> ALL =
      Map.of("X-Content-Type-Options", "nosniff", "Cache-Control", "no-store");

  private SecurityHeaders() {}
}
