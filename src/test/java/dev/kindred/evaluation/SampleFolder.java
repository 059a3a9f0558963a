package dev.kindred.evaluation;

import java.nio.file.Path;

/** A small BEIR folder: ten invented papers, six queries of which five are judged. */
public final class SampleFolder {
  public static final Path PATH = Path.of("src/test/resources/dev/kindred/evaluation/beir");

  private SampleFolder() {}
}
