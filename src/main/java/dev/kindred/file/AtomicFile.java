package dev.kindred.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A small file that has either its old or its new content, whenever power is lost. Two that write
 * it at once must be kept apart by whoever calls.
 */
public final class AtomicFile {
  /** How the name of a file ends that is not all written. */
  public static final String UNFINISHED = ".tmp";

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private AtomicFile() {}

  /** Durable when it returns. */
  public static void write(Path file, String content) throws IOException {
    write(file, StandardCharsets.UTF_8.encode(content));
  }

  /** Durable when it returns. */
  public static void write(Path file, ByteBuffer content, FileAttribute<?>... attributes)
      throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    Files.deleteIfExists(unfinished); // of a process that was killed, with whatever permissions
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            attributes)) {
      while (content.hasRemaining()) {
        channel.write(content);
      }
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }

  /** As {@link #write(Path, String)}; nobody but its owner can read it at any moment. */
  public static void writeForOwner(Path file, String content) throws IOException {
    write(file, StandardCharsets.UTF_8.encode(content), OWNER_ONLY);
  }
}
