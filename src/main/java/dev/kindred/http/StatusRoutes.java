package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.access.Role;
import dev.kindred.http.answer.StatusJson;
import dev.kindred.http.request.KnownParameters;
import dev.kindred.http.request.Parameters;
import dev.kindred.index.IndexView;
import dev.kindred.ingest.EmbeddingProgress;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.json.PaperJson;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How the server and its collection are. */
final class StatusRoutes {
  private final ServedCollection collection;
  private final WarmUp warmUp;
  private final InstantSource clock;
  private final Instant started;

  StatusRoutes(ServedCollection collection, WarmUp warmUp, InstantSource clock) {
    this.collection = collection;
    this.warmUp = warmUp;
    this.clock = clock;
    this.started = clock.instant();
  }

  void addTo(Routes routes) {
    routes
        .needing(Role.ANYBODY)
        .get("/livez", ctx -> say(ctx, "alive"))
        .get("/readyz", this::ready)
        .needing(Role.SEARCH)
        .get("/v1/status", this::status);
  }

  private static void say(Context ctx, String status) throws JsonProcessingException {
    Answers.ok(ctx, PaperJson.MAPPER.createObjectNode().put("status", status));
  }

  private void ready(Context ctx) throws JsonProcessingException {
    if (!warmUp.isDone()) {
      throw new Unavailable("not ready yet: the first search, to warm up, is still going on");
    }
    say(ctx, "ready");
  }

  private void status(Context ctx) throws JsonProcessingException {
    Parameters.ofQuery(ctx.queryString(), KnownParameters.NONE);
    ObjectNode json = counts();
    progress(json.putObject("embedding"));
    StatusJson.addModel(collection.index().identity(), json);
    json.put("ready", warmUp.isDone());
    json.put("version", collection.version());
    json.put("started", started.toString());
    json.put("uptime_seconds", Duration.between(started, clock.instant()).toSeconds());
    Answers.ok(ctx, json);
  }

  private ObjectNode counts() {
    try (IndexView view = collection.index().view()) {
      return StatusJson.of(view);
    }
  }

  private void progress(ObjectNode json) {
    EmbeddingProgress progress = collection.progress().get();
    json.put("papers_per_second", Math.round(progress.perSecond() * 100) / 100.0);
    json.put("seconds_left", progress.timeLeft().map(Duration::toSeconds).orElse(null));
  }
}
