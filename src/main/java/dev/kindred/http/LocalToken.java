package dev.kindred.http;

import dev.kindred.paper.Rejection.Unauthorized;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The secret of whoever runs the server. Never shown in messages or logs. */
public final class LocalToken {
  private static final String SCHEME = "Bearer ";

  private final byte[] secret;

  public LocalToken(String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("an empty token would let everybody in");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Lets a request pass whose Authorization header holds this token, in time that does not depend
   * on how much of it is right.
   *
   * @throws Unauthorized if it holds another, or none
   */
  void check(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new Unauthorized(
          "this needs the server's local token: Authorization: Bearer …; it lies in the data"
              + " folder of the server");
    }
    byte[] given =
        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(secret, given)) {
      throw new Unauthorized("the token is not the local token of this server");
    }
  }
}
