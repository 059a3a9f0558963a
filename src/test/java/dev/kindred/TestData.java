package dev.kindred;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Real abstracts, which are not part of the project. A test without them is skipped. */
public final class TestData {
  private static final String PROPERTY = "kindred.testData";
  private static final String VARIABLE = "KINDRED_TEST_DATA";

  private TestData() {}

  /** A file or folder of that name; where it is missing, the test that asks ends here. */
  public static Path path(String name) {
    Path path = folder().resolve(name);
    assumeTrue(
        Files.exists(path),
        () ->
            "skipped: there is no %s; -D%s or %s may name its folder"
                .formatted(path, PROPERTY, VARIABLE));
    return path;
  }

  private static Path folder() {
    String variable = Objects.requireNonNullElse(System.getenv(VARIABLE), "../shared/data");
    return Path.of(System.getProperty(PROPERTY, variable));
  }
}
