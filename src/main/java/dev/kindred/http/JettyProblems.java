package dev.kindred.http;

import dev.kindred.http.access.SecurityHeaders;
import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The errors that Jetty finds before a request reaches a route, in the form of all others. */
final class JettyProblems extends ErrorHandler {
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    HttpStatus status = HttpStatus.forStatus(code);
    Problem problem = new Problem(status, detail(status, message), Optional.empty());
    SecurityHeaders.ALL.forEach(response.getHeaders()::put);
    if (!response.getHeaders().contains(RequestNames.HEADER)) {
      String given = request.getHeaders().get(RequestNames.HEADER);
      response.getHeaders().put(RequestNames.HEADER, RequestNames.of(given));
    }
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    }
    response.write(true, ByteBuffer.wrap(content(problem, request, response)), callback);
  }

  /** JSON, too, where Jetty gave up in the first line, before it came to any header. */
  private static byte[] content(Problem problem, Request request, Response response) {
    HttpFields.Mutable headers = response.getHeaders();
    String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    if (!ReadableProblems.areWanted(Request.getPathInContext(request), accept)) {
      headers.put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
      return problem.json();
    }
    PageAnswers.OF_PAGES.forEach(headers::put);
    headers.put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
    return ReadableProblems.html(problem).getBytes(StandardCharsets.UTF_8);
  }

  private static String detail(HttpStatus status, @Nullable String message) {
    return switch (status) {
      case URI_TOO_LONG -> AddressLength.OBJECTION;
      case REQUEST_HEADER_FIELDS_TOO_LARGE ->
          "the address and the headers are longer than %d bytes together"
              .formatted(JettySettings.MAX_HEAD_BYTES);
      case SERVICE_UNAVAILABLE -> "the server is stopping";
      case INTERNAL_SERVER_ERROR -> "something went wrong here, not with the request";
      default ->
          message == null || message.equals(status.getMessage())
              ? "the request is not understood"
              : "the request is not understood: " + message;
    };
  }
}
