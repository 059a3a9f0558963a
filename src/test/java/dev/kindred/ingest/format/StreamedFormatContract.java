package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Paper;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every format keeps whose files may be larger than the memory. */
abstract class StreamedFormatContract extends EntryReaderContract {
  private static final long MAX_RETAINED_BYTES = 12 << 20;

  /** How many papers stand for a large file. */
  int many() {
    return 50_000;
  }

  @Test
  void aLargeFileIsNotHeldInMemory() throws IOException {
    Stream<String> pieces =
        Stream.of(
                Stream.of(beginning()),
                IntStream.rangeClosed(1, many()).mapToObj(this::good),
                Stream.of(end()))
            .flatMap(part -> part);
    int read = 0;
    try (PaperFile file =
        PaperFile.open(new GeneratedFile(pieces.iterator()), "large", options())) {
      long before = retained();
      while (file.next() != null) {
        read++;
        if (read == many() / 2 || read == many()) {
          assertThat(retained() - before).isLessThan(MAX_RETAINED_BYTES);
        }
      }
      assertThat(file.bytesRead()).isGreaterThan(MAX_RETAINED_BYTES);
    }
    assertThat(read).isEqualTo(many());
  }

  @Test
  void anEntryTooLongToHoldSpoilsOnlyItself() {
    String tooLong = good(2).replace("again", "again".repeat(200_000));
    assertThat(tooLong.length()).isGreaterThan(LineSource.MAX_BYTES);

    List<Entry> entries = Reading.entries(text(good(1), tooLong, good(3)), options());

    assertThat(Reading.papers(entries))
        .extracting(Paper::title)
        .containsExactly(title(1), title(3));
    assertThat(Reading.unreadable(entries))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.line()).isEqualTo(lineBehind(beginning() + good(1)));
          assertThat(entry.reason()).contains("longer than the 16777216 bytes");
          assertThat(entry.text()).hasSizeBetween(1_000, 20_000);
        });
  }

  private static long retained() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
