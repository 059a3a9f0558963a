package dev.kindred.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.Paper;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonArrayTest extends StreamedFormatContract {
  @Override
  String beginning() {
    return "[\n";
  }

  /** Written over several lines, with brackets and quotation marks inside strings. */
  @Override
  String good(int n) {
    return """
    {"id": "p%d", "note": "]},{[\\"",
      "title": "%s",
      "abstract": "%s", "lists": [[1], {"a": []}]},
    """
        .formatted(n, title(n), abstractText(n));
  }

  @Override
  String bad() {
    return "{\"id\": \"x\", title: \"no quotation marks\"},\n";
  }

  @Override
  String end() {
    return "]\n";
  }

  @Test
  void anArrayMayBeOnOneLine() {
    List<Entry> entries =
        Reading.entries("[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"B\"},7]");

    assertThat(Reading.papers(entries)).extracting(Paper::title).containsExactly("A", "B");
    assertThat(Reading.unreadable(entries))
        .extracting(Entry.Unreadable::reason)
        .containsExactly("a paper must be a JSON object, not the number 7");
  }

  @Test
  void anEmptyArrayHasNoEntries() {
    assertThat(Reading.entries(" [ ]\n")).isEmpty();
  }

  @Test
  void anArrayThatIsCutOffSaysSoBehindWhatWasRead() {
    assertThat(reasons("[{\"id\":\"a\",\"title\":\"A\"}"))
        .containsExactly("the file ends before the array is closed");
    assertThat(reasons("[{\"id\":\"a\",\"title\":\"A"))
        .containsExactly("the file ends inside this element of the array");
    assertThat(reasons("[{\"id\":\"a\",\"title\":\"A\"},\n"))
        .containsExactly("the file ends before the array is closed");
    assertThat(reasons("[{\"id\":\"a\",\"title\":\"A\"}]\n{"))
        .containsExactly("there is more text behind the array");
  }

  private static List<String> reasons(String text) {
    return Reading.unreadable(Reading.entries(text)).stream()
        .map(Entry.Unreadable::reason)
        .toList();
  }
}
