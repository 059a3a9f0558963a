package dev.kindred.map.layout;

import java.util.Arrays;

/** For each of some points its nearest, the nearest first, at most so many. */
public final class Neighbours {
  /** Where there are fewer. */
  static final int NONE = -1;

  private final int perPoint;
  private final int[] places;
  private final float[] cosines;

  /** None yet. */
  public Neighbours(int points, int perPoint) {
    this.perPoint = perPoint;
    this.places = new int[points * perPoint];
    this.cosines = new float[points * perPoint];
    Arrays.fill(places, NONE);
    Arrays.fill(cosines, Float.NEGATIVE_INFINITY);
  }

  /** Takes a neighbour, if it is among the nearest so far. */
  public void offer(int point, int neighbour, float cosine) {
    int first = point * perPoint;
    int at = first + perPoint - 1;
    if (!(cosine > cosines[at])) {
      return;
    }
    for (; at > first && cosines[at - 1] < cosine; at--) {
      cosines[at] = cosines[at - 1];
      places[at] = places[at - 1];
    }
    cosines[at] = cosine;
    places[at] = neighbour;
  }

  int points() {
    return places.length / perPoint;
  }

  /** How many a point has. */
  int count(int point) {
    int count = perPoint;
    while (count > 0 && place(point, count - 1) == NONE) {
      count--;
    }
    return count;
  }

  int place(int point, int rank) {
    return places[point * perPoint + rank];
  }

  float cosine(int point, int rank) {
    return cosines[point * perPoint + rank];
  }
}
