package dev.kindred.map;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.file.AtomicFile;
import dev.kindred.paper.PaperId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a map in a file, with a checksum and the model whose vectors it is of. It can be made
 * again: a file that is damaged or of another model counts as none.
 */
final class MapFile {
  private static final Logger log = LoggerFactory.getLogger(MapFile.class);

  /** Another whenever the format or the way of making a map changes. */
  private static final String FORMAT = "kindred map 1";

  private static final int NO_PARENT = -1;

  private final Path file;
  private final String model;

  MapFile(Path file, ModelIdentity model) {
    this.file = file;
    this.model = model.compatible().toString();
  }

  /** The file has either its old or its new content, whenever power is lost. */
  void write(CollectionMap map) throws IOException {
    byte[] content = content(map);
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + content.length);
    bytes.putLong(sum(content, 0)).put(content).flip();
    AtomicFile.write(file, bytes);
  }

  private byte[] content(CollectionMap map) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(FORMAT);
      out.writeUTF(model);
      out.writeLong(map.made().toEpochMilli());
      out.writeLong(map.state());
      out.writeDouble(map.trustworthiness());
      out.writeChar(map.width());
      out.writeChar(map.height());
      out.writeInt(map.regions().size());
      for (Region region : map.regions()) {
        out.writeUTF(region.name());
        out.writeChar(region.x());
        out.writeChar(region.y());
        out.writeInt(region.parent().orElse(NO_PARENT));
        out.writeInt(region.papers());
      }
      out.writeInt(map.points().size());
      for (MapPoint point : map.points()) {
        out.writeUTF(point.id().value());
        out.writeChar(point.x());
        out.writeChar(point.y());
        out.writeChar(point.region());
        out.writeChar(point.year());
        out.writeInt(point.vectorHash());
      }
    }
    return bytes.toByteArray();
  }

  /** The map that was kept, if there is one and it is whole. */
  Optional<CollectionMap> read() {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > Long.BYTES && sum(bytes, Long.BYTES) == ByteBuffer.wrap(bytes).getLong()) {
        return parse(new ByteArrayInputStream(bytes, Long.BYTES, bytes.length - Long.BYTES));
      }
      log.warn("The map in {} is damaged; it will be made again", file);
    } catch (NoSuchFileException none) {
      log.debug("There is no map in {} yet", file);
    } catch (IOException | IllegalArgumentException unreadable) {
      log.warn("The map in {} cannot be read; it will be made again", file, unreadable);
    }
    return Optional.empty();
  }

  private static long sum(byte[] bytes, int from) {
    CRC32 sum = new CRC32();
    sum.update(bytes, from, bytes.length - from);
    return sum.getValue();
  }

  private Optional<CollectionMap> parse(InputStream content) throws IOException {
    DataInputStream in = new DataInputStream(content);
    if (!in.readUTF().equals(FORMAT) || !in.readUTF().equals(model)) {
      log.info("The map in {} is of another model or version; it will be made again", file);
      return Optional.empty();
    }
    Instant made = Instant.ofEpochMilli(in.readLong());
    long state = in.readLong();
    double trustworthiness = in.readDouble();
    int width = in.readChar();
    int height = in.readChar();
    List<Region> regions = regions(in);
    List<MapPoint> points = points(in);
    return Optional.of(
        new CollectionMap(made, state, trustworthiness, width, height, regions, points));
  }

  private static List<Region> regions(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      int x = in.readChar();
      int y = in.readChar();
      int parent = in.readInt();
      OptionalInt known = parent == NO_PARENT ? OptionalInt.empty() : OptionalInt.of(parent);
      regions.add(new Region(name, x, y, known, in.readInt()));
    }
    return regions;
  }

  private static List<MapPoint> points(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<MapPoint> points = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      points.add(
          new MapPoint(
              new PaperId(in.readUTF()),
              in.readChar(),
              in.readChar(),
              in.readChar(),
              in.readChar(),
              in.readInt()));
    }
    return points;
  }
}
