package dev.kindred.evaluation;

import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of a collection's sets of judgements is meant. */
final class QrelsSplit {
  static final String ENDING = ".tsv";

  private static final String STANDARD = "test";

  private QrelsSplit() {}

  /**
   * The split that was named; else {@code test}, else the only one there is.
   *
   * @throws InvalidRequest naming what there is to choose from, or that there is nothing
   */
  static String choose(Path qrels, Optional<String> named) throws IOException {
    Optional<String> undecided = undecided(qrels, named);
    if (undecided.isPresent()) {
      throw new InvalidRequest(undecided.get());
    }
    List<String> splits = splits(qrels);
    return named.orElse(splits.size() == 1 ? splits.getFirst() : STANDARD);
  }

  /**
   * That there is no such split, or none is named where there are several; empty if one is meant.
   *
   * @throws InvalidRequest if there is nothing to choose from
   */
  static Optional<String> undecided(Path qrels, Optional<String> named) throws IOException {
    List<String> splits = splits(qrels);
    String known = String.join(", ", splits);
    if (named.isPresent()) {
      return splits.contains(named.get())
          ? Optional.empty()
          : Optional.of(
              "split is %s; it must be one of those in %s: %s"
                  .formatted(Quoted.of(named.get()), qrels, known));
    }
    return splits.contains(STANDARD) || splits.size() == 1
        ? Optional.empty()
        : Optional.of("%s has the splits %s; one must be chosen".formatted(qrels, known));
  }

  private static List<String> splits(Path qrels) throws IOException {
    if (!Files.isDirectory(qrels)) {
      throw new InvalidRequest(
          qrels + " does not exist; it must hold a file of judgements, as test.tsv");
    }
    try (Stream<Path> files = Files.list(qrels)) {
      List<String> splits =
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(ENDING))
              .map(name -> name.substring(0, name.length() - ENDING.length()))
              .sorted()
              .toList();
      if (splits.isEmpty()) {
        throw new InvalidRequest(qrels + " holds no file of judgements, as test.tsv");
      }
      return splits;
    }
  }
}
