package dev.kindred.http.answer;

import dev.kindred.map.MapPoint;
import dev.kindred.map.MapState.Ready;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The points of one version of the map as bytes; too many for JSON. Immutable. */
public final class MapPoints {
  private final String version;
  private final byte[] bytes;

  private MapPoints(String version, byte[] bytes) {
    this.version = version;
    this.bytes = bytes;
  }

  /** Of each point x, y, region and year, in 16 bits without a sign, the lower byte first. */
  public static MapPoints of(Ready ready) {
    List<MapPoint> points = ready.map().points();
    ByteBuffer bytes =
        ByteBuffer.allocate(points.size() * 4 * Character.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (MapPoint point : points) {
      bytes
          .putChar((char) point.x())
          .putChar((char) point.y())
          .putChar((char) point.region())
          .putChar((char) point.year());
    }
    return new MapPoints(ready.version(), bytes.array());
  }

  public String version() {
    return version;
  }

  public InputStream bytes() {
    return new ByteArrayInputStream(bytes);
  }
}
