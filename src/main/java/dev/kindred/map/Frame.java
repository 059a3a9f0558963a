package dev.kindred.map;

import dev.kindred.map.layout.Plane;

/** Brings the points of a plane to whole numbers, so that the longer side is all of the map. */
record Frame(float left, float top, double scale, int width, int height) {
  private static final double SMALLEST = 1e-6;

  static Frame of(Plane plane) {
    float left = Float.POSITIVE_INFINITY;
    float top = Float.POSITIVE_INFINITY;
    float right = Float.NEGATIVE_INFINITY;
    float bottom = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < plane.size(); i++) {
      left = Math.min(left, plane.x(i));
      right = Math.max(right, plane.x(i));
      top = Math.min(top, plane.y(i));
      bottom = Math.max(bottom, plane.y(i));
    }
    double longer = Math.max(SMALLEST, Math.max(right - left, bottom - top));
    double scale = CollectionMap.EXTENT / longer;
    return new Frame(
        left, top, scale, whole((right - left) * scale), whole((bottom - top) * scale));
  }

  private static int whole(double place) {
    return (int) Math.clamp(Math.round(place), 0L, CollectionMap.EXTENT);
  }

  int x(float ofPlane) {
    return whole((ofPlane - left) * scale);
  }

  int y(float ofPlane) {
    return whole((ofPlane - top) * scale);
  }
}
