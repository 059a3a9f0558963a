package dev.kindred.map.layout;

import java.util.Arrays;

/** Points in the plane, by place. */
public final class Plane {
  private final float[] x;
  private final float[] y;

  Plane(int size) {
    this(new float[size], new float[size]);
  }

  private Plane(float[] x, float[] y) {
    this.x = x;
    this.y = y;
  }

  /** These points and room for more. */
  public Plane grown(int size) {
    return new Plane(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
  }

  public int size() {
    return x.length;
  }

  public float x(int place) {
    return x[place];
  }

  public float y(int place) {
    return y[place];
  }

  void set(int place, double newX, double newY) {
    x[place] = (float) newX;
    y[place] = (float) newY;
  }

  void move(int place, float byX, float byY) {
    x[place] += byX;
    y[place] += byY;
  }

  double distance(int one, int other) {
    return Math.hypot(x[one] - x[other], y[one] - y[other]);
  }
}
