package dev.kindred.http;

import dev.kindred.http.access.AllowedOrigins;

/**
 * Where a server listens, and to whose pages.
 *
 * @param host a name or address of this machine
 * @param port 0 for any that is free
 * @param origins whose pages, besides its own, may read the API
 */
public record Listening(String host, int port, AllowedOrigins origins) {
  /** To pages of its own only. */
  public static Listening at(String host, int port) {
    return new Listening(host, port, AllowedOrigins.NONE);
  }
}
