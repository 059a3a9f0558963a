package dev.kindred.cli;

import dev.kindred.index.Filter;
import dev.kindred.paper.PublicationDate;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidSettings;
import dev.kindred.search.FilterFields;
import dev.kindred.search.Page;
import dev.kindred.search.Years;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which papers count, and how many of them are shown. */
final class FilterOptions {
  @Option(
      names = "--category",
      paramLabel = "NAME",
      description = "Only papers of this category; of several, any.")
  private List<String> categories = new ArrayList<>();

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description =
          "Only papers by this author (whole words of a name, in order); of several, all.")
  private List<String> authors = new ArrayList<>();

  @Option(
      names = "--published-from",
      paramLabel = "DATE",
      description = "Only papers of this day, month or year, or later.")
  private @Nullable String from;

  @Option(
      names = "--published-to",
      paramLabel = "DATE",
      description = "Only papers of this day, month or year, or earlier.")
  private @Nullable String to;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "Only papers of this year, or of years as 2020-2024; of several, any.")
  private List<String> years = new ArrayList<>();

  @Mixin private final MetadataOptions metadata = new MetadataOptions();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "" + Page.DEFAULT_LIMIT,
      description = "How many to show, 1 to 100 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many to leave out before them (default: ${DEFAULT-VALUE}).")
  private int offset;

  Page page() {
    return UsageRule.checked(() -> new Page(limit, offset));
  }

  Filter filter() {
    return UsageRule.checked(() -> given().toFilter());
  }

  /** As they are given, of which {@link #filter} can be made. */
  FilterFields fields() {
    FilterFields fields = UsageRule.checked(this::given);
    UsageRule.checked(fields::toFilter);
    return fields;
  }

  private FilterFields given() {
    return new FilterFields(
        categories,
        authors,
        date("--published-from", from).map(PublicationDate::first),
        date("--published-to", to).map(PublicationDate::last),
        years.stream().map(Years::parse).toList(),
        metadata.values(),
        metadata.ranges());
  }

  private static Optional<PublicationDate> date(String option, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<PublicationDate> date = PublicationDate.parse(text);
    if (date.isEmpty()) {
      throw new InvalidSettings(
          "%s is %s; it must be %s".formatted(option, Quoted.of(text), PublicationDate.RULE));
    }
    return date;
  }
}
