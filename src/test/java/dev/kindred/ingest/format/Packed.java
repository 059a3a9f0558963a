package dev.kindred.ingest.format;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the bytes of a test's file. */
final class Packed {
  private Packed() {}

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return packed.toByteArray();
  }

  static byte[] zstd(byte[] plain) {
    return Zstd.compress(plain);
  }

  /** With the map's order; a name that ends with a slash is a folder. */
  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return packed.toByteArray();
  }
}
