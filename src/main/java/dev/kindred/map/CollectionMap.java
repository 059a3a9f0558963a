package dev.kindred.map;

import dev.kindred.paper.PaperId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The papers of a collection as points. Immutable.
 *
 * @param made when it was
 * @param state of the index when it was made
 * @param trustworthiness of the 15 nearest points, 0 to 1
 * @param width the greatest x there can be; the longer side is {@link #EXTENT}
 * @param height the greatest y there can be
 * @param regions the large ones first
 * @param points by the lottery that draws papers of a collection too large for a map
 */
public record CollectionMap(
    Instant made,
    long state,
    double trustworthiness,
    int width,
    int height,
    List<Region> regions,
    List<MapPoint> points) {
  public static final int EXTENT = 65_535;

  public CollectionMap {
    regions = List.copyOf(regions);
    points = List.copyOf(points);
  }

  /** The places of the points that are nearest to a place on the map, the nearest first. */
  public List<Integer> nearest(int x, int y, int limit) {
    long[] distances = new long[Math.min(limit, points.size())];
    int[] places = new int[distances.length];
    Arrays.fill(distances, Long.MAX_VALUE);
    for (int i = 0; i < points.size(); i++) {
      long distance = squaredDistance(points.get(i), x, y);
      int at = distances.length - 1;
      if (at >= 0 && distance < distances[at]) {
        for (; at > 0 && distances[at - 1] > distance; at--) {
          distances[at] = distances[at - 1];
          places[at] = places[at - 1];
        }
        distances[at] = distance;
        places[at] = i;
      }
    }
    return Arrays.stream(places).boxed().toList();
  }

  private static long squaredDistance(MapPoint point, int x, int y) {
    long byX = (long) point.x() - x;
    long byY = (long) point.y() - y;
    return byX * byX + byY * byY;
  }

  /** This map with those papers only that are still there. */
  CollectionMap only(Set<PaperId> there) {
    List<MapPoint> left = points.stream().filter(point -> there.contains(point.id())).toList();
    return left.size() == points.size()
        ? this
        : new CollectionMap(made, state, trustworthiness, width, height, regions, left);
  }
}
