package dev.kindred.cli;

import dev.kindred.index.Filter;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidSettings;
import dev.kindred.search.PlainNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What the metadata of papers must be. */
final class MetadataOptions {
  @Option(
      names = "--metadata",
      paramLabel = "NAME=VALUE",
      description = "Only papers with this value in a metadata field; of several of a field, any.")
  private List<String> values = new ArrayList<>();

  @Option(
      names = "--metadata-from",
      paramLabel = "NAME=NUMBER",
      description = "Only papers with this number in a metadata field, or a higher one.")
  private List<String> from = new ArrayList<>();

  @Option(
      names = "--metadata-to",
      paramLabel = "NAME=NUMBER",
      description = "Only papers with this number in a metadata field, or a lower one.")
  private List<String> to = new ArrayList<>();

  private record Field(String name, String value) {
    static Field parse(String option, String text) {
      int equals = text.indexOf('=');
      if (equals < 1 || text.substring(equals + 1).isBlank()) {
        throw new InvalidSettings(
            "%s is %s; it must be as NAME=VALUE".formatted(option, Quoted.of(text)));
      }
      return new Field(text.substring(0, equals), text.substring(equals + 1));
    }
  }

  List<Filter.Metadata> values() {
    return values.stream()
        .map(text -> Field.parse("--metadata", text))
        .map(field -> UsageRule.checked(() -> new Filter.Metadata(field.name(), field.value())))
        .toList();
  }

  List<Filter.MetadataRange> ranges() {
    Map<String, Double> lowest = numbers("--metadata-from", from);
    Map<String, Double> highest = numbers("--metadata-to", to);
    TreeSet<String> names = new TreeSet<>(lowest.keySet());
    names.addAll(highest.keySet());
    return names.stream()
        .map(name ->
            UsageRule.checked(
                () -> new Filter.MetadataRange(name, end(lowest, name), end(highest, name))))
        .toList();
  }

  private static Map<String, Double> numbers(String option, List<String> texts) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String text : texts) {
      Field field = Field.parse(option, text);
      OptionalDouble number = PlainNumber.parse(field.value());
      if (number.isEmpty()) {
        throw new InvalidSettings(
            "%s is %s; it must be as NAME=NUMBER".formatted(option, Quoted.of(text)));
      }
      if (numbers.put(field.name(), number.getAsDouble()) != null) {
        throw new InvalidSettings(
            "%s is given more than once for %s".formatted(option, Quoted.of(field.name())));
      }
    }
    return numbers;
  }

  private static OptionalDouble end(Map<String, Double> numbers, String name) {
    Double number = numbers.get(name);
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }
}
