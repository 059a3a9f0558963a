package dev.kindred.embedding.onnx.graph;

import java.util.Arrays;
import java.util.List;

/** One value for each channel of a layer's input or output. Immutable; compares by value. */
public final class Channels {
  private final float[] values;

  public Channels(float[] values) {
    this.values = values.clone();
  }

  /** As many times the same value. */
  static Channels all(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return new Channels(values);
  }

  public int size() {
    return values.length;
  }

  public float get(int channel) {
    return values[channel];
  }

  float[] toArray() {
    return values.clone();
  }

  Channels over(Channels divisors) {
    float[] quotients = new float[values.length];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = values[i] / divisors.values[i];
    }
    return new Channels(quotients);
  }

  Channels plus(Channels others) {
    float[] sums = new float[values.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = values[i] + others.values[i];
    }
    return new Channels(sums);
  }

  /** In each channel the greater of the two. */
  public Channels max(Channels others) {
    float[] greater = new float[values.length];
    for (int i = 0; i < greater.length; i++) {
      greater[i] = Math.max(values[i], others.values[i]);
    }
    return new Channels(greater);
  }

  /** These channels, in this order. */
  Channels pick(List<Integer> channels) {
    float[] picked = new float[channels.size()];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[channels.get(i)];
    }
    return new Channels(picked);
  }

  /** One wherever a channel is zero. */
  Channels orOne() {
    float[] nonZero = values.clone();
    for (int i = 0; i < nonZero.length; i++) {
      nonZero[i] = nonZero[i] == 0 ? 1 : nonZero[i];
    }
    return new Channels(nonZero);
  }

  boolean isZero() {
    return Arrays.equals(values, new float[values.length]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Channels channels && Arrays.equals(values, channels.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values.length + " channels";
  }
}
