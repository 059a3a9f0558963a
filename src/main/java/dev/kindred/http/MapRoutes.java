package dev.kindred.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.access.Role;
import dev.kindred.http.answer.MapJson;
import dev.kindred.http.answer.MapPoints;
import dev.kindred.http.request.GivenId;
import dev.kindred.http.request.JsonBody;
import dev.kindred.http.request.KnownParameters;
import dev.kindred.http.request.ParameterKind;
import dev.kindred.http.request.Parameters;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.map.CollectionMap;
import dev.kindred.map.MapPoint;
import dev.kindred.map.MapState;
import dev.kindred.map.MapState.Computing;
import dev.kindred.map.MapState.Ready;
import dev.kindred.map.MapState.Waiting;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.Unavailable;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The map of the collection: its regions, its points, and what is where. */
final class MapRoutes {
  private static final int MAX_IDS = 1_000;
  private static final int MAX_NEAR = 50;
  private static final KnownParameters IDS = KnownParameters.NONE.and(ParameterKind.TEXTS, "id");
  private static final KnownParameters PLACE =
      KnownParameters.NONE.and(ParameterKind.WHOLE_NUMBER, "x", "y", "limit");

  private final PaperIndex index;
  private final Supplier<MapState> state;
  private final Admission admission;
  private volatile Optional<MapPoints> packed = Optional.empty();

  MapRoutes(PaperIndex index, Supplier<MapState> state, Admission admission) {
    this.index = index;
    this.state = state;
    this.admission = admission;
  }

  void addTo(Routes routes) {
    routes
        .needing(Role.SEARCH)
        .get("/v1/map", this::map)
        .get("/v1/map/points", this::points)
        .get("/v1/map/near", this::near)
        .get("/v1/map/places", ctx -> places(ctx, Parameters.ofQuery(ctx.queryString(), IDS)))
        .post("/v1/map/places", this::postedPlaces);
  }

  private void map(Context ctx) throws JsonProcessingException {
    Parameters.ofQuery(ctx.queryString(), KnownParameters.NONE);
    MapState now = state.get();
    boolean isKnown =
        now instanceof Ready ready
            && EntityTag.isKnown(ctx, "%s-%x".formatted(ready.version(), ready.notOnMap()));
    if (!isKnown) {
      Answers.ok(ctx, MapJson.of(now));
    }
  }

  private void points(Context ctx) {
    Parameters.ofQuery(ctx.queryString(), KnownParameters.NONE);
    Ready ready = ready();
    if (!EntityTag.isKnown(ctx, ready.version())) {
      ctx.contentType("application/octet-stream").result(packed(ready).bytes());
    }
  }

  private MapPoints packed(Ready ready) {
    return packed
        .filter(points -> points.version().equals(ready.version()))
        .orElseGet(() -> {
          MapPoints made = admission.admit(() -> MapPoints.of(ready));
          packed = Optional.of(made);
          return made;
        });
  }

  private Ready ready() {
    return switch (state.get()) {
      case Ready ready -> ready;
      case Waiting(String reason) -> throw new Unavailable("there is no map yet: " + reason);
      case Computing _ -> throw new Unavailable("there is no map yet: it is being made");
    };
  }

  private void near(Context ctx) throws JsonProcessingException {
    Parameters parameters = Parameters.ofQuery(ctx.queryString(), PLACE);
    int x = whole(parameters, "x", 0, CollectionMap.EXTENT);
    int y = whole(parameters, "y", 0, CollectionMap.EXTENT);
    int limit = parameters.one("limit").isEmpty() ? 1 : whole(parameters, "limit", 1, MAX_NEAR);
    Ready ready = ready();
    Answers.ok(ctx, admission.admit(() -> near(ready, x, y, limit)));
  }

  private ObjectNode near(Ready ready, int x, int y, int limit) {
    List<MapPoint> points = ready.map().points();
    List<Integer> nearest = ready.map().nearest(x, y, limit);
    try (IndexView view = index.view()) {
      List<PaperId> ids = nearest.stream().map(place -> points.get(place).id()).toList();
      return MapJson.near(ready, nearest, view.get(ids));
    }
  }

  private static int whole(Parameters parameters, String name, int least, int most) {
    String range = "%d to %d".formatted(least, most);
    if (parameters.one(name).isEmpty()) {
      throw new InvalidRequest("%s is missing; it must be %s".formatted(name, range));
    }
    int given = parameters.wholeNumber(name, least, range);
    if (given < least || given > most) {
      throw new InvalidRequest("%s is %d; it must be %s".formatted(name, given, range));
    }
    return given;
  }

  private void postedPlaces(Context ctx) throws IOException {
    Parameters.ofQuery(ctx.queryString(), KnownParameters.NONE);
    places(ctx, Parameters.ofJson(JsonBody.read(ctx, JsonBody.SMALL), IDS));
  }

  private void places(Context ctx, Parameters parameters) throws JsonProcessingException {
    Set<PaperId> wanted = ids(parameters.all("id"));
    Ready ready = ready();
    Answers.ok(ctx, admission.admit(() -> places(ready, wanted)));
  }

  /** A paper may have gone since the map looked last. */
  private ObjectNode places(Ready ready, Set<PaperId> wanted) {
    try (IndexView view = index.view()) {
      return MapJson.places(ready, wanted, view.vectors(wanted).keySet());
    }
  }

  private static Set<PaperId> ids(List<String> texts) {
    if (texts.isEmpty() || texts.size() > MAX_IDS) {
      throw new InvalidRequest(
          "id is given %d times; it must be 1 to %d".formatted(texts.size(), MAX_IDS));
    }
    return texts.stream()
        .map(text -> GivenId.parse("id", text))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
