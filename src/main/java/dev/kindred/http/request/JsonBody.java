package dev.kindred.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.TooLarge;
import dev.kindred.paper.Rejection.UnsupportedMediaType;
import dev.kindred.paper.json.PaperJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** The JSON that a request carries, or the reason why it is not read. */
public final class JsonBody {
  /** For a search, an order to the server, or one paper. */
  public static final int SMALL = 1 << 20;

  /** For many papers; read through {@link LargeBodies}. */
  public static final int LARGE = 32 << 20;

  private static final long MAX_DRAINED = 64L << 20;

  private JsonBody() {}

  /**
   * Reads the body as one JSON value.
   *
   * @param maxBytes how much is read at most
   */
  public static JsonNode read(Context ctx, int maxBytes) {
    try {
      return parsed(ctx, maxBytes);
    } catch (Rejection refusal) {
      drain(ctx);
      throw refusal;
    }
  }

  /**
   * Throws away what the client still sends. Otherwise the connection would be closed under its
   * hands, and it would see a broken pipe instead of the reason. Gives up on a body without end.
   */
  private static void drain(Context ctx) {
    if (ctx.header("Expect") != null) {
      return; // the client waits for leave to send, which it does not get
    }
    try (InputStream body = ctx.req().getInputStream()) {
      body.skipNBytes(MAX_DRAINED);
    } catch (IOException | HttpException.RuntimeException endReached) {
      // That is what it is for.
    }
  }

  private static JsonNode parsed(Context ctx, int maxBytes) {
    requireJson(ctx.req().getContentType());
    requirePlain(ctx.header("Content-Encoding"));
    byte[] bytes = bytes(ctx, maxBytes);
    if (bytes.length == 0) {
      throw new InvalidRequest("the body is empty; it must be JSON");
    }
    String text =
        StrictUtf8.decode(bytes)
            .orElseThrow(() -> new InvalidRequest("the body is not valid UTF-8"));
    return PaperJson.parse(text);
  }

  private static void requireJson(@Nullable String contentType) {
    String[] parts = contentType == null ? new String[] {""} : contentType.split(";", -1);
    boolean right = parts[0].strip().equalsIgnoreCase("application/json");
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace("\"", "");
      right &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
    }
    if (!right) {
      throw new UnsupportedMediaType(
          "Content-Type is %s; it must be application/json, in UTF-8"
              .formatted(contentType == null ? "missing" : Quoted.of(contentType)));
    }
  }

  private static void requirePlain(@Nullable String contentEncoding) {
    if (contentEncoding != null && !contentEncoding.equalsIgnoreCase("identity")) {
      throw new UnsupportedMediaType(
          "Content-Encoding is %s; a body is read uncompressed only"
              .formatted(Quoted.of(contentEncoding)));
    }
  }

  private static byte[] bytes(Context ctx, int maxBytes) {
    if (ctx.req().getContentLengthLong() > maxBytes) {
      throw tooLarge(maxBytes);
    }
    try {
      InputStream body = ctx.req().getInputStream();
      byte[] bytes = body.readNBytes(maxBytes);
      if (bytes.length == maxBytes && body.read() >= 0) {
        throw tooLarge(maxBytes);
      }
      return bytes;
    } catch (IOException | HttpException.RuntimeException broken) {
      throw new InvalidRequest(
          "the body breaks off before its end, stands still, or is not sent as HTTP wants it");
    }
  }

  private static TooLarge tooLarge(int maxBytes) {
    return new TooLarge(
        "the body is larger than %d bytes (%d MB); send less at once"
            .formatted(maxBytes, maxBytes >> 20));
  }
}
