package dev.kindred.evaluation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Samples;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {
  private static final int LINE = 64 + 1 + 2048 + 2;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("new/cache");
  }

  private EmbeddingCache open() {
    return EmbeddingCache.open(file, Samples.DIMENSION);
  }

  static String key(int number) {
    return "%064x".formatted(number);
  }

  static Embedding embedding(int number) {
    return Samples.embedding(number);
  }

  private void addAndClose(int... numbers) {
    try (EmbeddingCache cache = open()) {
      IntStream.of(numbers).forEach(number -> cache.add(key(number), embedding(number)));
    }
  }

  @Test
  void whatIsAddedIsFoundAtOnceAndAfterReopening() {
    try (EmbeddingCache cache = open()) {
      assertThat(cache.find(key(1))).isEmpty();
      cache.add(key(1), embedding(1));
      assertThat(cache.find(key(1))).contains(embedding(1));
    }
    try (EmbeddingCache cache = open()) {
      assertThat(cache.find(key(1))).contains(embedding(1));
      assertThat(cache.find(key(2))).isEmpty();
    }
  }

  @Test
  void aLineIsKeyBlankBase64OfBigEndianFloatsAndSemicolon() throws IOException {
    try (EmbeddingCache cache = EmbeddingCache.open(file, 2)) {
      cache.add(key(1), Embedding.ofUnit(new float[] {1, 0}));
    }
    assertThat(file).hasContent(key(1) + " P4AAAAAAAAA=;\n");
  }

  @Test
  void aTornLastLineIsPassedOverAndCostsNoOther() throws IOException {
    addAndClose(1, 2);
    for (int kept : List.of(2 * LINE - 1, LINE + 1000, LINE + 30)) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, kept));
      addAndClose(3);
      try (EmbeddingCache cache = open()) {
        assertThat(cache.find(key(1))).contains(embedding(1));
        assertThat(cache.find(key(2)).isPresent()).isEqualTo(kept == 2 * LINE - 1);
        assertThat(cache.find(key(3))).contains(embedding(3));
      }
    }
  }

  @Test
  void damagedValuesAreAsGoodAsNone() throws IOException {
    addAndClose(1, 2);
    String text = Files.readString(file, ISO_8859_1);
    String damaged = text.substring(0, 100) + "?" + text.substring(101);
    Files.writeString(file, damaged, ISO_8859_1);
    try (EmbeddingCache cache = open()) {
      assertThat(cache.find(key(1))).isEmpty();
      assertThat(cache.find(key(2))).contains(embedding(2));
      cache.add(key(1), embedding(1));
      assertThat(cache.find(key(1))).contains(embedding(1));
    }
  }

  @Test
  void aVectorThatIsNotOfUnitLengthIsAsGoodAsNone() throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, key(1) + " " + "A".repeat(2048) + ";\n");
    try (EmbeddingCache cache = open()) {
      assertThat(cache.find(key(1))).isEmpty();
    }
  }

  @Test
  void whatAnotherHasAddedMeanwhileIsKept() {
    try (EmbeddingCache one = open();
        EmbeddingCache other = open()) {
      one.add(key(1), embedding(1));
      other.add(key(2), embedding(2));
      one.add(key(3), embedding(3));
      assertThat(one.find(key(3))).contains(embedding(3));
      assertThat(other.find(key(2))).contains(embedding(2));
    }
    try (EmbeddingCache all = open()) {
      for (int number : new int[] {1, 2, 3}) {
        assertThat(all.find(key(number))).contains(embedding(number));
      }
    }
  }

  @Test
  @Timeout(60)
  void twoProcessesAddAtOnceAndNothingIsLost() throws Exception {
    List<Process> processes = Stream.of(0, 1_000).map(from -> adding(from, 300)).toList();
    for (Process process : processes) {
      assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
    assertThat(Files.size(file)).isEqualTo(600L * LINE);
    try (EmbeddingCache cache = open()) {
      for (int number : IntStream.range(0, 300).toArray()) {
        assertThat(cache.find(key(number))).contains(embedding(number));
        assertThat(cache.find(key(1_000 + number))).contains(embedding(1_000 + number));
      }
    }
  }

  private Process adding(int from, int count) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try {
      return new ProcessBuilder(
              java,
              "-cp",
              System.getProperty("java.class.path"),
              AddingProcess.class.getName(),
              file.toString(),
              "" + from,
              "" + count)
          .inheritIO()
          .start();
    } catch (IOException cannotStart) {
      throw new UncheckedIOException(cannotStart);
    }
  }

  /** Adds the numbered embeddings. */
  static final class AddingProcess {
    private AddingProcess() {}

    public static void main(String[] args) {
      int from = Integer.parseInt(args[1]);
      try (EmbeddingCache cache = EmbeddingCache.open(Path.of(args[0]), Samples.DIMENSION)) {
        IntStream.range(from, from + Integer.parseInt(args[2]))
            .forEach(number -> cache.add(key(number), embedding(number)));
      }
    }
  }

  @Test
  void aFileThatCannotBeMadeIsNamedWithTheReason() throws IOException {
    Files.writeString(folder.resolve("new"), "no folder", StandardOpenOption.CREATE_NEW);
    assertThatThrownBy(this::open)
        .isInstanceOf(UnusableStore.class)
        .hasMessageStartingWith("the cached embeddings in " + file + ": ");
  }
}
