package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Paper;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are packed, perhaps several times, perhaps badly. */
class PackedFileTest {
  private static final String A = "{\"id\": \"a\", \"title\": \"A\"}\n";
  private static final String B = "{\"id\": \"b\", \"title\": \"B\"}\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"425a6839314159", "fd377a585a0000", "377abcaf271c00"})
  void otherPackingIsRefusedWithWhatIsRead(String bytes) {
    assertThatThrownBy(() -> read(HexFormat.of().parseHex(bytes)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("papers.test is packed in a way that is not read; .gz, .zip and .zst are");
  }

  @Test
  void aDamagedHeadSaysThatTheFileCannotBeRead() {
    assertThatThrownBy(() -> read(HexFormat.of().parseHex("1f8bffffffffffffffffffff")))
        .hasRootCauseInstanceOf(IOException.class)
        .hasMessageContaining("papers.test cannot be read: ");
  }

  @Test
  void aDamagedMiddleStopsBehindWhatIsWhole() {
    byte[] packed = Packed.gzip(utf8(A + B));
    packed[packed.length - 6] ^= 1;

    assertThatThrownBy(() -> read(packed))
        .hasMessageContaining("papers.test cannot be read beyond the entry on line 2: ");
  }

  @Test
  void allMembersOfAGzipFileAreReadEvenFromAPipe() {
    byte[] packed = joined(Packed.gzip(utf8(A)), Packed.gzip(utf8(B)));
    InputStream pipe =
        new FilterInputStream(new ByteArrayInputStream(packed)) {
          @Override
          public int available() {
            return 0;
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return super.read(into, from, Math.min(length, 7));
          }
        };

    assertThat(titles(pipe)).containsExactly("A", "B");
  }

  @Test
  void allFramesOfAZstdFileAreRead() {
    byte[] packed = joined(Packed.zstd(utf8(A)), Packed.zstd(utf8(B)));

    assertThat(titles(new ByteArrayInputStream(packed))).containsExactly("A", "B");
  }

  @Test
  void foldersAndHiddenFilesOfAZipArePassedOver() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("x/", new byte[0]);
    files.put("x/.DS_Store", utf8("??"));
    files.put("__MACOSX/x/papers", utf8("??"));
    files.put("x/papers", utf8(A));

    assertThat(titles(new ByteArrayInputStream(Packed.zip(files)))).containsExactly("A");
  }

  @Test
  void aStrangeFileInAZipDoesNotStopTheOthers() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("README", utf8("Read me."));
    files.put("papers", utf8(A));

    List<Entry> entries = read(Packed.zip(files));

    assertThat(Reading.papers(entries)).extracting(Paper::title).containsExactly("A");
    assertThat(Reading.unreadable(entries))
        .singleElement()
        .satisfies(entry ->
            assertThat(entry.reason())
                .startsWith("in README: it is in none of the known formats; --format "));
  }

  @Test
  void whatCannotBeReadInAZipSaysInWhichFile() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("bad.jsonl", utf8("{\"id\": \"a\", }\n"));
    files.put("table.csv", utf8("title,abstract\nT,A\n"));
    files.put("inner.zip", Packed.zip(Map.of("deep", utf8("Read me."))));

    assertThat(Reading.unreadable(read(Packed.zip(files))))
        .extracting(Entry.Unreadable::reason)
        .satisfiesExactly(
            bad -> assertThat(bad).startsWith("in bad.jsonl: not valid JSON at column "),
            table -> assertThat(table).startsWith("in table.csv: no column is known to be the id"),
            deep -> assertThat(deep).startsWith("in inner.zip: in deep: it is in none of the"));
  }

  @Test
  void aZipThatIsCutOffBetweenItsFilesIsDamaged() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a", utf8(A));
    files.put("b", utf8(B));
    byte[] whole = Packed.zip(files);
    int secondFile = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\3\4", 4);

    assertThatThrownBy(() -> read(Arrays.copyOf(whole, secondFile)))
        .hasMessageContaining("papers.test cannot be read beyond the entry on line 1: ")
        .hasMessageContaining("directory at the end");
  }

  @Test
  void packingWithoutEndIsRefused() {
    byte[] packed = utf8(A);
    for (int i = 0; i < 4; i++) {
      packed = Packed.gzip(packed);
    }
    byte[] four = packed;

    assertThatThrownBy(() -> read(four))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("papers.test is packed more than 3 times");
  }

  private static List<Entry> read(byte[] file) {
    return Reading.entries(file, ReadOptions.NONE);
  }

  private static List<String> titles(InputStream in) {
    try (PaperFile file = PaperFile.open(in, "titles", ReadOptions.NONE)) {
      return Reading.papers(Reading.rest(file)).stream().map(Paper::title).toList();
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
