import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes the native code of one platform out of the libraries, and removes that of all. Arguments:
 * the platform as {@code uname -m} names it, the libraries' folder, the folder to write to, where a
 * start looks for native code before it would unpack any.
 */
class Natives {
  /** Where native code is in a library. */
  private record Place(String library, String all, Map<String, String> ofPlatform, String to) {}

  private static final List<Place> PLACES =
      List.of(
          new Place(
              "onnxruntime-1",
              "ai/onnxruntime/native",
              Map.of(
                  "x86_64", "ai/onnxruntime/native/linux-x64",
                  "aarch64", "ai/onnxruntime/native/linux-aarch64"),
              "onnxruntime"),
          new Place(
              "zstd-jni", "", Map.of("x86_64", "linux/amd64", "aarch64", "linux/aarch64"), "zstd"),
          new Place(
              "jna",
              "com/sun/jna",
              Map.of(
                  "x86_64", "com/sun/jna/linux-x86-64",
                  "aarch64", "com/sun/jna/linux-aarch64"),
              "jna"),
          // DJL has already unpacked its own, into a folder that it alone can name.
          new Place("tokenizers", "native/lib", Map.of(), ""));

  public static void main(String[] args) throws IOException {
    for (Place place : PLACES) {
      try (FileSystem jar = FileSystems.newFileSystem(library(Path.of(args[1]), place.library()))) {
        String of = place.ofPlatform().get(args[0]);
        if (of != null) {
          copy(jar.getPath(of), Files.createDirectories(Path.of(args[2], place.to())));
        }
        remove(jar.getPath("/" + place.all()));
      }
    }
  }

  private static Path library(Path folder, String name) throws IOException {
    try (Stream<Path> libraries = Files.list(folder)) {
      return libraries
          .filter(library -> library.getFileName().toString().startsWith(name))
          .findFirst()
          .orElseThrow(() -> new IOException("there is no library " + name));
    }
  }

  private static void copy(Path from, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
  }

  private static void remove(Path from) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        if (file.toString().matches(".*\\.(so|dll|dylib|pdb|jnilib|a|plist)|.*/DWARF/[^/]*")) {
          Files.delete(file);
        }
      }
    }
  }
}
