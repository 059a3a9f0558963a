package dev.kindred.ingest.format;

import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Papers in a JSON form, one in each piece of the file. Blank lines are passed over. */
final class JsonEntries implements EntryReader {
  private final LineSource lines;
  private final JsonForm form;

  JsonEntries(LineSource lines, JsonForm form) {
    this.lines = lines;
    this.form = form;
  }

  @Override
  public @Nullable Entry next() throws IOException {
    Line line = lines.next();
    while (line instanceof Line.Clear && line.isBlank()) {
      line = lines.next();
    }
    return switch (line) {
      case null -> null;
      case Line.Clear clear -> entry(clear);
      case Line.Garbled garbled -> garbled.unreadable(garbled.reason());
    };
  }

  private Entry entry(Line.Clear line) {
    try {
      return new Entry.Read(
          line.number(), form.draft(PaperJson.parse(line.text())).toPaper(), false);
    } catch (InvalidRequest invalid) {
      return line.unreadable(invalid.reason());
    }
  }
}
