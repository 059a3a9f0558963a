package dev.kindred.http.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.map.CollectionMap;
import dev.kindred.map.MapPoint;
import dev.kindred.map.MapState;
import dev.kindred.map.MapState.Computing;
import dev.kindred.map.MapState.Ready;
import dev.kindred.map.MapState.Waiting;
import dev.kindred.map.Region;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.json.PaperJson;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The map as JSON. */
public final class MapJson {
  private MapJson() {}

  public static ObjectNode of(MapState state) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    switch (state) {
      case Waiting(String reason) -> json.put("state", "waiting").put("reason", reason);
      case Computing(MapState.Stage stage, double progress) ->
          json.put("state", "computing")
              .put("stage", stage.name().toLowerCase(Locale.ROOT))
              .put("progress", Rounded.shown(progress));
      case Ready ready -> put(json.put("state", "ready"), ready);
    }
    return json;
  }

  private static void put(ObjectNode json, Ready ready) {
    CollectionMap map = ready.map();
    json.put("version", ready.version())
        .put("made", map.made().toString())
        .put("papers", map.points().size())
        .put("not_on_map", ready.notOnMap())
        .put("trustworthiness", Rounded.shown(map.trustworthiness()))
        .put("width", map.width())
        .put("height", map.height());
    ArrayNode regions = json.putArray("regions");
    map.regions().forEach(region -> put(regions.addObject(), region));
  }

  private static void put(ObjectNode json, Region region) {
    json.put("name", region.name())
        .put("x", region.x())
        .put("y", region.y())
        .put("level", region.parent().isPresent() ? 1 : 0);
    region.parent().ifPresent(parent -> json.put("parent", parent));
    json.put("papers", region.papers());
  }

  /**
   * What lies near a place.
   *
   * @param nearest numbers of points
   * @param papers those of them that are still there
   */
  public static ObjectNode near(Ready ready, List<Integer> nearest, Map<PaperId, Paper> papers) {
    ObjectNode json = withVersion(ready);
    ArrayNode near = json.putArray("papers");
    for (int index : nearest) {
      MapPoint point = ready.map().points().get(index);
      Paper paper = papers.get(point.id());
      if (paper != null) {
        put(near.addObject(), index, point).setAll(summary(paper));
      }
    }
    return json;
  }

  /**
   * Where papers are.
   *
   * @param there those of the wanted ones that can be on a map now
   */
  public static ObjectNode places(Ready ready, Collection<PaperId> wanted, Set<PaperId> there) {
    Set<PaperId> missing = new LinkedHashSet<>(wanted);
    ObjectNode json = withVersion(ready);
    ArrayNode places = json.putArray("places");
    List<MapPoint> points = ready.map().points();
    for (int index = 0; index < points.size(); index++) {
      MapPoint point = points.get(index);
      if (there.contains(point.id())) {
        put(places.addObject(), index, point);
        missing.remove(point.id());
      }
    }
    ArrayNode notOnMap = json.putArray("not_on_map");
    missing.forEach(id -> notOnMap.add(id.value()));
    return json;
  }

  private static ObjectNode withVersion(Ready ready) {
    return PaperJson.MAPPER.createObjectNode().put("version", ready.version());
  }

  private static ObjectNode put(ObjectNode json, int index, MapPoint point) {
    return json.put("id", point.id().value())
        .put("index", index)
        .put("x", point.x())
        .put("y", point.y())
        .put("region", point.region());
  }

  private static ObjectNode summary(Paper paper) {
    return PaperJson.write(paper).retain(List.of("title", "authors", "published"));
  }
}
