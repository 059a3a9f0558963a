package dev.kindred.http;

import dev.kindred.http.request.GivenId;
import dev.kindred.http.request.KnownParameters;
import dev.kindred.http.request.ParameterKind;
import dev.kindred.http.request.Parameters;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which paper a request is about: {@code /v1/papers/{id}} or {@code …?id=}. */
final class PaperAddress {
  private static final KnownParameters ID_ONLY = KnownParameters.NONE.and(ParameterKind.TEXT, "id");

  private PaperAddress() {}

  /** The id in the path of a request that takes no parameters. */
  static PaperId inPath(Context ctx) {
    Parameters.ofQuery(ctx.queryString(), KnownParameters.NONE);
    return segment(ctx);
  }

  /** The id that is the path's {@code {id}}. */
  static PaperId segment(Context ctx) {
    return GivenId.parse("id", ctx.pathParam("id"));
  }

  /** The id in the query of a page, in whose address others leave parameters of their own. */
  static PaperId ofPage(Context ctx) {
    return GivenId.parse(
        "id", Optional.ofNullable(ctx.queryParam("id")).orElseThrow(PaperAddress::missing));
  }

  /** The id that is the one parameter of a request. */
  static PaperId inQuery(Context ctx) {
    return parameter(Parameters.ofQuery(ctx.queryString(), ID_ONLY));
  }

  /** The id among other parameters. */
  static PaperId parameter(Parameters parameters) {
    return GivenId.parse("id", parameters.one("id").orElseThrow(PaperAddress::missing));
  }

  private static InvalidRequest missing() {
    return new InvalidRequest("id is missing; say which paper is meant, as ?id=…");
  }

  /** Where to find a paper; right for every id, also behind proxies that rewrite paths. */
  static String of(PaperId id) {
    return "/v1/papers?id=" + URLEncoder.encode(id.value(), StandardCharsets.UTF_8);
  }
}
