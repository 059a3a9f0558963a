package dev.kindred.http;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask one server with the sample papers, and change nothing there. */
abstract class SampleApi {
  @TempDir static Path folder;
  static SampleServer samples;

  @BeforeAll
  static void start() throws IOException {
    samples = SampleServer.start(folder);
  }

  @AfterAll
  static void stop() {
    samples.close();
  }
}
