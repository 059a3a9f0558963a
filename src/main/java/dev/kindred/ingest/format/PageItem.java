package dev.kindred.ingest.format;

import dev.kindred.ingest.format.PageLine.Byline;
import dev.kindred.ingest.format.PageLine.Dated;
import dev.kindred.ingest.format.PageLine.Dot;
import dev.kindred.ingest.format.PageLine.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A title with its abstract, or what is left of them, and what a page tells below them. */
record PageItem(PagePair texts, Optional<Byline> byline, Optional<ShownDate> date) {

  /** The items of a page, given its lines that are not blank and below its header. */
  static List<PageItem> of(List<Line> lines) {
    List<PageItem> items = new ArrayList<>();
    Section section = new Section();
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = PageLine.of(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : null);
      if (line instanceof Text && section.isClosed()) {
        items.addAll(section.items());
        section = new Section();
      }
      section.add(line);
    }
    items.addAll(section.items());
    return items;
  }

  /** Texts up to the next byline or date, which belong to the last of them. */
  private static final class Section {
    private final List<Line> texts = new ArrayList<>();
    private Optional<Byline> byline = Optional.empty();
    private Optional<ShownDate> date = Optional.empty();
    private boolean closed;

    boolean isClosed() {
      return closed;
    }

    void add(PageLine line) {
      switch (line) {
        case Text(Line text) -> texts.add(text);
        case Byline found -> byline = Optional.of(found);
        case Dated(ShownDate found) -> date = Optional.of(found);
        case Dot() -> {}
      }
      closed = !(line instanceof Text);
    }

    List<PageItem> items() {
      List<PageItem> items = new ArrayList<>();
      for (PagePair pair : PagePair.of(texts)) {
        items.add(new PageItem(pair, Optional.empty(), Optional.empty()));
      }
      if (!items.isEmpty()) {
        items.set(items.size() - 1, new PageItem(items.getLast().texts(), byline, date));
      }
      return items;
    }
  }
}
