package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.access.Role;
import dev.kindred.http.activity.Rejections;
import dev.kindred.http.activity.Rejections.How;
import dev.kindred.http.request.Cursor;
import dev.kindred.http.request.KnownParameters;
import dev.kindred.http.request.LargeBodies;
import dev.kindred.http.request.PaperBatch;
import dev.kindred.http.request.ParameterKind;
import dev.kindred.http.request.Parameters;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.TooLarge;
import dev.kindred.paper.Rejection.UnsupportedMediaType;
import dev.kindred.paper.json.PaperJson;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Papers by the thousand: listing all, putting many at once. */
final class CollectionRoutes {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;
  private static final KnownParameters KNOWN =
      KnownParameters.NONE
          .and(ParameterKind.TEXT, "cursor", "id")
          .and(ParameterKind.WHOLE_NUMBER, "limit");

  private final PaperIndex index;
  private final PaperRoutes papers;
  private final Rejections rejections;
  private final LargeBodies bodies = new LargeBodies();

  CollectionRoutes(PaperIndex index, PaperRoutes papers, Rejections rejections) {
    this.index = index;
    this.rejections = rejections;
    this.papers = papers;
  }

  void addTo(Routes routes) {
    routes
        .needing(Role.SEARCH)
        .get("/v1/papers", this::oneOrAll)
        .needing(Role.WRITE)
        .post("/v1/papers", ctx -> putAll(ctx));
  }

  private void oneOrAll(Context ctx) throws JsonProcessingException {
    Parameters parameters = Parameters.ofQuery(ctx.queryString(), KNOWN);
    if (parameters.one("id").isEmpty()) {
      list(ctx, parameters);
    } else if (parameters.one("cursor").isPresent() || parameters.one("limit").isPresent()) {
      throw new InvalidRequest("id asks for one paper; it cannot stand with cursor or limit");
    } else {
      papers.get(ctx, PaperAddress.parameter(parameters));
    }
  }

  private void list(Context ctx, Parameters parameters) throws JsonProcessingException {
    int limit = limit(parameters);
    Optional<PaperId> last = parameters.one("cursor").map(Cursor::parse).map(Cursor::last);
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    try (IndexView view = index.view()) {
      List<Paper> found = view.listAfter(last, limit + 1);
      List<Paper> page = found.subList(0, Math.min(limit, found.size()));
      ArrayNode array = json.putArray("papers");
      page.forEach(paper -> array.add(PaperJson.write(paper)));
      json.put("next", found.size() > limit ? new Cursor(page.getLast().id()).encoded() : null);
      json.put("total", view.counts().papers());
    }
    Answers.ok(ctx, json);
  }

  private static int limit(Parameters parameters) {
    int limit = parameters.wholeNumber("limit", DEFAULT_LIMIT, "1 to %d".formatted(MAX_LIMIT));
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidRequest("limit is %d; it must be 1 to %d".formatted(limit, MAX_LIMIT));
    }
    return limit;
  }

  private void putAll(Context ctx) throws IOException {
    Parameters.ofQuery(ctx.queryString(), KnownParameters.NONE);
    try {
      bodies.read(ctx, body -> putAll(ctx, PaperBatch.parse(body)));
    } catch (InvalidRequest | TooLarge | UnsupportedMediaType wholeBatch) {
      rejections.add(Optional.empty(), wholeBatch.reason(), How.BATCH);
      throw wholeBatch;
    }
  }

  private void putAll(Context ctx, PaperBatch batch) throws JsonProcessingException {
    ObjectNode json = batch.answer(index.put(batch.papers()));
    batch.eachRejected((id, reason) -> rejections.add(id, reason, How.BATCH));
    Answers.json(ctx, batch.isWhole() ? HttpStatus.OK : HttpStatus.MULTI_STATUS, json);
  }
}
