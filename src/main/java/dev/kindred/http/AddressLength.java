package dev.kindred.http;

import dev.kindred.paper.Rejection.AddressTooLong;
import io.javalin.http.Context;

/** How long an address may be. Jetty lets longer ones in, so that a browser gets a page then. */
final class AddressLength {
  private static final int MOST = 16 << 10;

  /** What is wrong with a longer one, for whoever finds it. */
  static final String OBJECTION =
      "the address is longer than %d bytes; a long query can be sent as POST /v1/search"
          .formatted(MOST);

  private AddressLength() {}

  /**
   * Lets an address pass that is not too long.
   *
   * @throws AddressTooLong if it is
   */
  static void check(Context ctx) {
    String query = ctx.queryString();
    int length = ctx.req().getRequestURI().length() + (query == null ? 0 : 1 + query.length());
    if (length > MOST) {
      throw new AddressTooLong(OBJECTION);
    }
  }
}
