package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Paper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every format keeps, as seen through a file. */
abstract class EntryReaderContract {
  /** What comes before the first entry, ended by a line break. */
  abstract String beginning();

  /** A paper with the title "Paper n: ε" and the abstract {@link #abstractText}, ended likewise. */
  abstract String good(int n);

  /** One entry that cannot be read, ended by a line break. */
  abstract String bad();

  /** What comes behind the last entry. */
  String end() {
    return "";
  }

  ReadOptions options() {
    return ReadOptions.NONE;
  }

  static String title(int n) {
    return "Paper " + n + ": the measure of ε";
  }

  static String abstractText(int n) {
    return "In study %d we measure things, ".formatted(n)
        + "again and again, ".repeat(20)
        + "n = 3.";
  }

  @Test
  void everyEntryIsReadInOrderFromTheLineItBeginsOn() {
    String text = text(good(1), good(2), bad(), good(3));

    assertThat(Reading.entries(text, options()))
        .extracting(Entry::line)
        .containsExactly(
            lineBehind(beginning()),
            lineBehind(beginning() + good(1)),
            lineBehind(beginning() + good(1) + good(2)),
            lineBehind(beginning() + good(1) + good(2) + bad()));
  }

  @Test
  void titlesAndAbstractsAreAsTheyWere() {
    List<Paper> papers = Reading.papers(Reading.entries(file(3), options()));

    assertThat(papers).extracting(Paper::title).containsExactly(title(1), title(2), title(3));
    assertThat(papers)
        .extracting(Paper::abstractText)
        .containsExactly(abstractText(1), abstractText(2), abstractText(3));
  }

  @Test
  void aBadEntryNeverStopsTheRest() {
    String text = text(bad(), good(1), bad(), bad(), good(2), bad());

    List<Entry> entries = Reading.entries(text, options());

    assertThat(Reading.papers(entries))
        .extracting(Paper::title)
        .containsExactly(title(1), title(2));
    assertThat(Reading.unreadable(entries)).hasSize(4);
    assertThat(Reading.unreadable(entries)).allSatisfy(this::saysWhatIsWrong);
  }

  @Test
  void windowsLineBreaksMakeNoDifference() {
    String text = text(good(1), bad(), good(2));

    assertThat(Reading.entries(text.replace("\n", "\r\n"), options()))
        .isEqualTo(Reading.entries(text, options()));
  }

  @Test
  void theLastLineNeedsNoLineBreak() {
    assertThat(Reading.entries(file(2).stripTrailing(), options()))
        .isEqualTo(Reading.entries(file(2), options()));
  }

  @Test
  void blankLinesAroundEntriesOnlyCount() {
    String text = text("\n \n", good(1), "\n\n", good(2), "\n");

    assertThat(Reading.entries(text, options()))
        .extracting(Entry::line)
        .containsExactly(
            lineBehind(beginning() + "\n \n"),
            lineBehind(beginning() + "\n \n" + good(1) + "\n\n"));
  }

  @Test
  void aByteOrderMarkMakesNoDifference() {
    assertThat(Reading.entries("\uFEFF" + file(2), options()))
        .isEqualTo(Reading.entries(file(2), options()));
  }

  @Test
  void toldOrRecognisedMakesNoDifference() {
    Format recognised = Recognition.of(file(2), options()).orElseThrow();

    assertThat(Reading.entries(file(2), Told.format(options(), recognised)))
        .isEqualTo(Reading.entries(file(2), options()));
  }

  @Test
  void bytesThatAreNotUtf8SpoilOnlyTheirEntry() {
    byte[] good = bytes(file(3));
    byte[] file = replaced(good, "study 2", new byte[] {'s', (byte) 0xE9, 't', 'u', 'd', 'y', '2'});

    List<Entry> entries = Reading.entries(file, options());

    assertThat(Reading.papers(entries))
        .extracting(Paper::title)
        .containsExactly(title(1), title(3));
    assertThat(Reading.unreadable(entries))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.line()).isEqualTo(lineBehind(beginning() + good(1)));
          assertThat(entry.reason()).contains("0xE9").contains("not UTF-8");
        });
  }

  @Test
  void aReplacementCharacterOfTheFileItselfIsText() {
    String text = file(1).replace("study 1", "study \uFFFD");

    assertThat(Reading.paper(text, options()).abstractText()).contains("study \uFFFD");
  }

  @Test
  void packingMakesNoDifference() {
    byte[] plain = bytes(file(3));
    List<Entry> entries = Reading.entries(plain, options());

    assertThat(Reading.entries(Packed.gzip(plain), options())).isEqualTo(entries);
    assertThat(Reading.entries(Packed.zstd(plain), options())).isEqualTo(entries);
    assertThat(Reading.entries(Packed.zip(Map.of("papers", plain)), options())).isEqualTo(entries);
    assertThat(Reading.entries(Packed.zip(Map.of("a.gz", Packed.gzip(plain))), options()))
        .isEqualTo(entries);
  }

  @Test
  void allFilesOfAZipAreRead() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("folder/", new byte[0]);
    files.put("folder/a", bytes(file(1)));
    files.put("folder/b", bytes(text(good(2), bad())));
    files.put("folder/c", bytes(text(good(3))));

    List<Entry> entries = Reading.entries(Packed.zip(files), options());

    assertThat(Reading.papers(entries))
        .extracting(Paper::title)
        .containsExactly(title(1), title(2), title(3));
    assertThat(Reading.unreadable(entries))
        .singleElement()
        .satisfies(entry -> assertThat(entry.reason()).startsWith("in folder/b: "));
  }

  @Test
  void whatComesBeforeTheEndOfACutOffFileIsRead() throws IOException {
    byte[] plain = bytes(manyGood(3_000));
    for (byte[] packed : List.of(Packed.gzip(plain), Packed.zstd(plain), zipped(plain))) {
      byte[] cutOff = Arrays.copyOf(packed, packed.length * 3 / 4);
      List<Entry> entries = new ArrayList<>();

      assertThatThrownBy(() -> readInto(entries, cutOff))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              "%s cannot be read beyond the entry on line %d: "
                  .formatted(Reading.NAME, entries.getLast().line()))
          .hasMessageEndingWith("; is it damaged or cut off?");
      assertThat(Reading.papers(entries)).hasSizeGreaterThan(100);
      assertThat(Reading.papers(entries).get(99).title()).isEqualTo(title(100));
    }
  }

  @Test
  void nothingIsReadOfAnEmptyFile() {
    assertThat(Reading.entries("", options())).isEmpty();
    assertThat(Reading.entries(" \n\n", options())).isEmpty();
    assertThat(Reading.entries(Packed.gzip(new byte[0]), options())).isEmpty();
    assertThat(Reading.entries(Packed.zip(Map.of()), options())).isEmpty();
    Format format = Recognition.of(file(1), options()).orElseThrow();
    assertThat(Reading.entries("", Told.format(options(), format))).isEmpty();
    assertThat(Reading.entries(text(), Told.format(options(), format))).isEmpty();
  }

  final String text(String... entries) {
    return beginning() + String.join("", entries) + end();
  }

  final String file(int count) {
    return text(IntStream.rangeClosed(1, count).mapToObj(this::good).toArray(String[]::new));
  }

  /** Papers that do not pack well, so that some are left when the packed file is cut. */
  private String manyGood(int count) {
    Random random = new Random(7);
    return text(
        IntStream.rangeClosed(1, count)
            .mapToObj(n -> good(n).replace("n = 3", Long.toHexString(random.nextLong())))
            .toArray(String[]::new));
  }

  private void readInto(List<Entry> entries, byte[] file) throws IOException {
    try (PaperFile open = Reading.open(file, options())) {
      for (Entry entry = open.next(); entry != null; entry = open.next()) {
        entries.add(entry);
      }
    }
  }

  private void saysWhatIsWrong(Entry.Unreadable entry) {
    assertThat(entry.reason()).isNotBlank();
    assertThat(bad()).contains(entry.text().lines().findFirst().orElseThrow());
  }

  static long lineBehind(String text) {
    return text.chars().filter(c -> c == '\n').count() + 1;
  }

  private static byte[] zipped(byte[] plain) {
    return Packed.zip(Map.of("papers", plain));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] replaced(byte[] in, String what, byte[] with) {
    byte[] out = in.clone();
    int place = new String(in, StandardCharsets.ISO_8859_1).indexOf(what);
    System.arraycopy(with, 0, out, place, with.length);
    return out;
  }
}
