package dev.kindred.ingest.format;

import com.github.luben.zstd.ZstdInputStream;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Takes a file out of what it is packed in, layer by layer. */
final class Unpacking {
  private static final int MAX_LAYERS = 3;
  private static final int BLOCK_BYTES = 1 << 16;

  private Unpacking() {}

  /**
   * The entries of what is inside.
   *
   * @param layers how many have been taken off
   * @throws InvalidRequest if it is packed in a way that is not read, or of no known format
   */
  static OpenEntries open(InputStream in, String name, ReadOptions options, int layers)
      throws IOException {
    PeekedStream peeked = new PeekedStream(in);
    Packing packing = Packing.of(peeked.head());
    if (packing != Packing.NONE && layers == MAX_LAYERS) {
      throw new InvalidRequest("%s is packed more than %d times".formatted(name, MAX_LAYERS));
    }
    return switch (packing) {
      case GZIP -> inside(new GZIPInputStream(peeked, BLOCK_BYTES), name, options, layers + 1);
      case ZSTANDARD -> inside(new ZstdInputStream(peeked), name, options, layers + 1);
      case ZIP, EMPTY_ZIP -> {
        ZipMembers members = new ZipMembers(peeked, options, layers + 1);
        yield new OpenEntries(members, members);
      }
      case BZIP2, XZ, SEVEN_ZIP ->
          throw new InvalidRequest(
              "%s is packed in a way that is not read; .gz, .zip and .zst are".formatted(name));
      case NONE -> Content.open(peeked, name, options);
    };
  }

  /** Closes the unpacking stream, which may hold native memory, if it is refused. */
  private static OpenEntries inside(
      InputStream unpacked, String name, ReadOptions options, int layers) throws IOException {
    try {
      return open(unpacked, name, options, layers);
    } catch (IOException | InvalidRequest refused) {
      unpacked.close();
      throw refused;
    }
  }
}
