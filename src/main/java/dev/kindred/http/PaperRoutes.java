package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.access.Role;
import dev.kindred.http.activity.Rejections;
import dev.kindred.http.activity.Rejections.How;
import dev.kindred.http.answer.IndexedPaperJson;
import dev.kindred.http.request.JsonBody;
import dev.kindred.index.EmbeddingState;
import dev.kindred.index.IndexView;
import dev.kindred.index.IndexedPaper;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.PutOutcome;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperDraft;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.UnknownPaper;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.paper.json.PaperJson.UnknownFields;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One paper: reading, putting, deleting it. */
final class PaperRoutes {
  private final PaperIndex index;
  private final Rejections rejections;

  PaperRoutes(PaperIndex index, Rejections rejections) {
    this.index = index;
    this.rejections = rejections;
  }

  void addTo(Routes routes) {
    routes
        .needing(Role.SEARCH)
        .get("/v1/papers/{id}", ctx -> get(ctx, PaperAddress.inPath(ctx)))
        .needing(Role.WRITE)
        .put("/v1/papers/{id}", ctx -> put(ctx, PaperAddress.inPath(ctx)))
        .put("/v1/papers", ctx -> put(ctx, PaperAddress.inQuery(ctx)))
        .delete("/v1/papers/{id}", ctx -> delete(ctx, PaperAddress.inPath(ctx)))
        .delete("/v1/papers", ctx -> delete(ctx, PaperAddress.inQuery(ctx)));
  }

  void get(Context ctx, PaperId id) throws JsonProcessingException {
    Answers.ok(ctx, IndexedPaperJson.of(find(id).orElseThrow(() -> new UnknownPaper(id))));
  }

  private void put(Context ctx, PaperId id) throws IOException {
    Paper paper = read(ctx, id);
    boolean isNew = index.put(List.of(paper)).getFirst() == PutOutcome.NEW;
    if (isNew) {
      ctx.header("Location", PaperAddress.of(id));
    }
    IndexedPaper kept = new IndexedPaper(paper, state(paper));
    Answers.json(ctx, isNew ? HttpStatus.CREATED : HttpStatus.OK, IndexedPaperJson.of(kept));
  }

  private Paper read(Context ctx, PaperId id) {
    try {
      return paper(JsonBody.read(ctx, JsonBody.SMALL), id);
    } catch (Rejection rejection) {
      rejections.add(Optional.of(id.value()), rejection.reason(), How.PUT);
      throw rejection;
    }
  }

  private void delete(Context ctx, PaperId id) {
    if (!index.delete(id)) {
      throw new UnknownPaper(id);
    }
    Answers.nothing(ctx);
  }

  /** Someone may have deleted or replaced the paper since it was put; it was pending before. */
  private EmbeddingState state(Paper put) {
    return find(put.id())
        .filter(now -> now.paper().contentHash().equals(put.contentHash()))
        .map(IndexedPaper::state)
        .orElse(new EmbeddingState.Pending(0));
  }

  private Optional<IndexedPaper> find(PaperId id) {
    try (IndexView view = index.view()) {
      return view.get(id);
    }
  }

  private static Paper paper(JsonNode body, PaperId id) {
    PaperDraft draft = PaperJson.draft(body, UnknownFields.REFUSED);
    JsonNode inside = body.path("id");
    if (inside.isTextual() && !PaperId.parse(inside.textValue()).equals(Optional.of(id))) {
      throw new InvalidRequest(
          "id is %s in the body and %s in the address; they must be the same, or leave it out of"
                  .formatted(Quoted.of(inside.textValue()), Quoted.of(id.value()))
              + " the body");
    }
    return draft.id(id.value()).toPaper();
  }
}
