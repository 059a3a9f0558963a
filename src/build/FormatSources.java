import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks, or with {@code write} rewrites, all sources below a folder in google-java-format. */
class FormatSources {
  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    Path root = Path.of(args[1]);
    List<Path> sources;
    try (var files = Files.walk(root)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    int differing = 0;
    for (Path source : sources) {
      String before = Files.readString(source);
      String after = format(before, source);
      if (!after.equals(before)) {
        differing++;
        System.err.println((write ? "formatted " : "not formatted: ") + root.relativize(source));
        if (write) {
          Files.writeString(source, after);
        }
      }
    }
    if (differing > 0 && !write) {
      System.err.println(differing + " of " + sources.size() + " sources are not formatted.");
      System.err.println("Run `mvn -Dformat.mode=write process-sources` to format them.");
      System.exit(1);
    }
  }

  private static String format(String text, Path source) {
    try {
      String ordered =
          ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), Style.GOOGLE);
      return new Formatter().formatSource(ordered);
    } catch (Exception cannotParse) {
      System.err.println(source + ": " + cannotParse.getMessage());
      System.exit(1);
      throw new AssertionError(cannotParse);
    }
  }
}
