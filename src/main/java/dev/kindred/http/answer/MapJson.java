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
import dev.kindred.paper.json.PaperJson;
import java.util.Locale;

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

  public static void put(ObjectNode json, int index, MapPoint point) {
    json.put("id", point.id().value())
        .put("index", index)
        .put("x", point.x())
        .put("y", point.y())
        .put("region", point.region());
  }
}
