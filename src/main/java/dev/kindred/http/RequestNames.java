package dev.kindred.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Gives each request a name, which its answer has and every line of the log that is written for it:
 * that of whoever asks, where it is one that a log can hold, or else a new one.
 */
final class RequestNames {
  static final String HEADER = "X-Request-Id";

  /** Under what the log has it. */
  private static final String KEY = "request";

  private static final Pattern TAKEN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestNames() {}

  /** Before all else that is done for a request, in the thread that does it. */
  static void begin(Context ctx) {
    String name = of(ctx.header(HEADER));
    ctx.header(HEADER, name);
    MDC.put(KEY, name);
  }

  /** When an answer is ready: the thread goes on to serve others. */
  static void end() {
    MDC.remove(KEY);
  }

  static String of(@Nullable String given) {
    return Optional.ofNullable(given)
        .filter(name -> TAKEN.matcher(name).matches())
        .orElseGet(() -> UUID.randomUUID().toString());
  }
}
