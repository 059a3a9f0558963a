package dev.kindred.cli;

import dev.kindred.ingest.format.Format;
import dev.kindred.ingest.format.ReadOptions;
import dev.kindred.paper.Quoted;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is told of a file of papers besides its content. */
final class FormatOptions {
  @Option(
      names = "--format",
      paramLabel = "NAME",
      converter = FormatName.class,
      description =
          "daily-papers, jsonl, arxiv-snapshot, beir, csv or tsv (default: recognised from the"
              + " content).")
  private @Nullable Format format;

  @Option(
      names = "--map",
      paramLabel = "COLUMN=FIELD",
      description =
          "A table's column holds this field: id, title, abstract, authors, published, categories,"
              + " url or metadata. May be repeated.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--page-date",
      paramLabel = "DATE",
      description = "Day of a Daily Papers page as YYYY-MM-DD, for dates without a year.")
  private @Nullable LocalDate pageDate;

  ReadOptions reading() {
    return new ReadOptions(Optional.ofNullable(format), columns, Optional.ofNullable(pageDate));
  }

  private static final class FormatName implements ITypeConverter<Format> {
    @Override
    public Format convert(String name) {
      return Format.parse(name)
          .orElseThrow(() ->
              new TypeConversionException(
                  "it is %s; it must be one of %s".formatted(Quoted.of(name), Format.NAMES)));
    }
  }
}
