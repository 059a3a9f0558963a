package dev.kindred.http.request;

import dev.kindred.index.Filter;
import dev.kindred.paper.PublicationDate;
import dev.kindred.search.FilterFields;
import dev.kindred.search.Years;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;

/** Which papers a search, or a list of similar papers, is narrowed to. */
public final class FilterParameters {
  private static final String METADATA = "metadata.";
  private static final String METADATA_FROM = "metadata_from.";
  private static final String METADATA_TO = "metadata_to.";

  /** What a query string and a JSON object can hold. */
  public static final KnownParameters KNOWN =
      KnownParameters.NONE
          .and(ParameterKind.TEXT, "published_from", "published_to")
          .and(ParameterKind.TEXTS, "category", "author")
          .and(ParameterKind.VALUES, "year", METADATA)
          .and(ParameterKind.NUMBER, METADATA_FROM, METADATA_TO);

  private FilterParameters() {}

  /** All that is given must hold, also what the object {@code filter} says. */
  public static Filter filter(Parameters parameters) {
    Filter.All fields = fields(parameters).toFilter();
    Optional<Filter> object = parameters.structure("filter").map(FilterJson::parse);
    if (object.isEmpty() || fields.isEmpty()) {
      return object.orElse(fields);
    }
    List<Filter> parts = new ArrayList<>(fields.parts());
    parts.add(object.get());
    return new Filter.All(parts);
  }

  private static FilterFields fields(Parameters parameters) {
    return new FilterFields(
        parameters.all("category"),
        parameters.all("author"),
        date(parameters, "published_from", PublicationDate::first),
        date(parameters, "published_to", PublicationDate::last),
        parameters.all("year").stream().map(Years::parse).toList(),
        metadata(parameters),
        ranges(parameters));
  }

  private static Optional<LocalDate> date(
      Parameters parameters, String name, Function<PublicationDate, LocalDate> end) {
    return parameters.one(name).map(text -> end.apply(DateText.parse(name, text)));
  }

  private static List<Filter.Metadata> metadata(Parameters parameters) {
    List<Filter.Metadata> wanted = new ArrayList<>();
    for (Map.Entry<String, List<String>> field : parameters.family(METADATA).entrySet()) {
      field.getValue().forEach(value -> wanted.add(new Filter.Metadata(field.getKey(), value)));
    }
    return wanted;
  }

  private static List<Filter.MetadataRange> ranges(Parameters parameters) {
    TreeSet<String> names = new TreeSet<>(parameters.family(METADATA_FROM).keySet());
    names.addAll(parameters.family(METADATA_TO).keySet());
    return names.stream()
        .map(name ->
            new Filter.MetadataRange(
                name, end(parameters, METADATA_FROM + name), end(parameters, METADATA_TO + name)))
        .toList();
  }

  private static OptionalDouble end(Parameters parameters, String name) {
    return parameters.number(name, "a number");
  }
}
