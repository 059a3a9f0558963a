package dev.kindred.map.layout;

/**
 * Puts points among others that lie there already. A mean of a point's neighbours can fall between
 * two parts of a map where it belongs to neither; so it goes to the neighbour that the others are
 * nearest to, and to the mean of those beside it.
 */
public final class Placement {
  /** With more, points move to the middle of what is around them. */
  public static final int NEIGHBOURS = 3;

  private static final double BESIDE = 1;

  private Placement() {}

  /**
   * Sets points of a plane.
   *
   * @param first the place of the first point; the neighbours are of it and those behind it
   */
  public static void place(Plane plane, int first, Neighbours neighbours) {
    for (int i = 0; i < neighbours.points(); i++) {
      place(plane, first + i, neighbours, i);
    }
  }

  private static void place(Plane plane, int place, Neighbours neighbours, int point) {
    int middle = middle(plane, neighbours, point);
    double x = 0;
    double y = 0;
    int count = 0;
    for (int rank = 0; rank < neighbours.count(point); rank++) {
      int neighbour = neighbours.place(point, rank);
      if (plane.distance(middle, neighbour) <= BESIDE) {
        x += plane.x(neighbour);
        y += plane.y(neighbour);
        count++;
      }
    }
    plane.set(place, x / count, y / count);
  }

  /**
   * Of the neighbours the one with the least distance to all; where it is very far counts no more.
   */
  private static int middle(Plane plane, Neighbours neighbours, int point) {
    int middle = neighbours.place(point, 0);
    double least = Double.POSITIVE_INFINITY;
    for (int rank = 0; rank < neighbours.count(point); rank++) {
      int candidate = neighbours.place(point, rank);
      double sum = 0;
      for (int other = 0; other < neighbours.count(point); other++) {
        sum += Math.min(2 * BESIDE, plane.distance(candidate, neighbours.place(point, other)));
      }
      if (sum < least) {
        least = sum;
        middle = candidate;
      }
    }
    return middle;
  }
}
