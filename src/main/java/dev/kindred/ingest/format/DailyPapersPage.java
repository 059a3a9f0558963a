package dev.kindred.ingest.format;

import dev.kindred.paper.PaperDraft;
import dev.kindred.paper.PublicationDate;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The papers of a Daily Papers page, in the page's order. A paper's id is made of its title. Its
 * year, where the page leaves it out, is that of the page's day if that is known; else it is
 * inferred from the years that are shown, and {@code year_inferred} in the metadata says so; else
 * it stays unknown. {@code authors_count}, {@code organization}, {@code comments} and {@code
 * date_text} are kept as metadata where the page shows them.
 */
final class DailyPapersPage {
  private final List<PageItem> items;
  private final OptionalInt givenYear;
  private final OptionalInt inferredYear;

  /** Of the lines of a page that are not blank. */
  DailyPapersPage(List<Line> lines, Optional<LocalDate> pageDate) {
    items = PageItem.of(PageHeader.skip(lines));
    givenYear = pageDate.map(day -> OptionalInt.of(day.getYear())).orElse(OptionalInt.empty());
    inferredYear =
        ShownDate.pageYear(items.stream().flatMap(item -> item.date().stream()).toList());
  }

  List<Entry> entries() {
    return items.stream().map(this::entry).toList();
  }

  private Entry entry(PageItem item) {
    return switch (item.texts()) {
      case PagePair.Alone(Line.Garbled line, _) -> line.unreadable(line.reason());
      case PagePair.Alone(Line line, String reason) -> line.unreadable(reason);
      case PagePair.Both(Line.Garbled title, _) -> title.unreadable(title.reason());
      case PagePair.Both(Line title, Line.Garbled text) ->
          title.unreadable("its abstract on line %d: %s".formatted(text.number(), text.reason()));
      case PagePair.Both(Line title, Line text) -> entry(title, text, item);
    };
  }

  private Entry entry(Line title, Line text, PageItem item) {
    PaperDraft draft =
        new PaperDraft().id(TitleId.of(title.text())).title(title.text()).abstractText(text.text());
    item.byline().ifPresent(byline -> byline(byline, draft));
    item.date().ifPresent(date -> date(date, draft));
    try {
      return new Entry.Read(title.number(), draft.toPaper(), true);
    } catch (InvalidRequest invalid) {
      return title.unreadable(invalid.reason());
    }
  }

  private static void byline(PageLine.Byline byline, PaperDraft draft) {
    byline.authors().ifPresent(count -> draft.metadata("authors_count", count));
    byline.organization().ifPresent(name -> draft.metadata("organization", name));
  }

  private void date(ShownDate date, PaperDraft draft) {
    draft.metadata("date_text", date.text());
    date.comments().ifPresent(count -> draft.metadata("comments", count));
    boolean inferred = date.year().isEmpty() && givenYear.isEmpty() && inferredYear.isPresent();
    Optional<LocalDate> day = day(date);
    day.ifPresent(known -> draft.published(PublicationDate.of(known).toString()));
    if (inferred && day.isPresent()) {
      draft.metadata("year_inferred", true);
    }
  }

  private Optional<LocalDate> day(ShownDate date) {
    OptionalInt pageYear = givenYear.isPresent() ? givenYear : inferredYear;
    return pageYear.isPresent() ? date.in(pageYear.getAsInt()) : date.alone();
  }
}
