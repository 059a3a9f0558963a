package dev.kindred.ingest.format;

import dev.kindred.paper.PaperDraft;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which field each column of a table fills. */
final class Columns {
  private final List<String> header;
  private final Field[] fields;

  /**
   * Columns go where they were told to go, else where their names say, else into the metadata.
   *
   * @param told fields by column
   * @throws InvalidRequest if a told column or field does not exist, two columns have one name or
   *     go into one field, or none is the id or none is title or abstract
   */
  Columns(List<String> header, Map<String, String> told) {
    this.header = named(header);
    this.fields = new Field[header.size()];
    Arrays.fill(fields, Field.METADATA);
    requireDistinct();
    Set<Integer> settled = new HashSet<>();
    told.forEach((column, field) -> tell(column, field, settled));
    for (Field field : Field.values()) {
      recognise(field, settled);
    }
    requireFilled(List.of(Field.ID));
    requireFilled(List.of(Field.TITLE, Field.ABSTRACT));
  }

  /** Whether a line's cells look like a header: one names a title, an abstract or a told column. */
  static boolean isHeader(List<String> cells, Map<String, String> told) {
    Set<String> telling = told.keySet().stream().map(Field::plain).collect(Collectors.toSet());
    telling.addAll(Field.TITLE.columnNames());
    telling.addAll(Field.ABSTRACT.columnNames());
    return cells.size() > 1 && cells.stream().map(Field::plain).anyMatch(telling::contains);
  }

  int count() {
    return fields.length;
  }

  /** What a record says; empty cells say nothing. */
  PaperDraft draft(List<String> cells) {
    PaperDraft draft = new PaperDraft();
    for (int i = 0; i < fields.length; i++) {
      if (!cells.get(i).isEmpty()) {
        fields[i].fill(draft, header.get(i), cells.get(i));
      }
    }
    return draft;
  }

  private static List<String> named(List<String> header) {
    return IntStream.range(0, header.size())
        .mapToObj(i -> header.get(i).isEmpty() ? "column " + (i + 1) : header.get(i))
        .toList();
  }

  private void requireDistinct() {
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!seen.add(column)) {
        throw new InvalidRequest(
            "the header has the column %s twice; names must differ".formatted(Quoted.of(column)));
      }
    }
  }

  private void tell(String column, String name, Set<Integer> settled) {
    Field field =
        Field.parse(name)
            .orElseThrow(() ->
                new InvalidRequest(
                    "column %s is mapped to %s; it must be one of %s"
                        .formatted(Quoted.of(column), Quoted.of(name), Field.NAMES)));
    int index = indexOf(column);
    if (index < 0) {
      throw new InvalidRequest(
          "the table has no column %s; it has %s".formatted(Quoted.of(column), shownHeader()));
    }
    if (!field.takesSeveral() && Arrays.asList(fields).contains(field)) {
      throw new InvalidRequest(
          "more than one column is mapped to %s; it takes one".formatted(field));
    }
    fields[index] = field;
    settled.add(index);
  }

  private int indexOf(String column) {
    int exact = header.indexOf(column);
    return exact >= 0
        ? exact
        : header.stream().map(Field::plain).toList().indexOf(Field.plain(column));
  }

  private void recognise(Field field, Set<Integer> settled) {
    if (Arrays.asList(fields).contains(field)) {
      return;
    }
    List<String> plain = header.stream().map(Field::plain).toList();
    field.columnNames().stream()
        .map(plain::indexOf)
        .filter(index -> index >= 0 && settled.add(index))
        .findFirst()
        .ifPresent(index -> fields[index] = field);
  }

  private void requireFilled(List<Field> oneOf) {
    if (Arrays.stream(fields).noneMatch(oneOf::contains)) {
      throw new InvalidRequest(
          "no column is known to be the %s; there are %s, and --map COLUMN=%s says which"
              .formatted(
                  oneOf.stream().map(Field::toString).collect(Collectors.joining(" or the ")),
                  shownHeader(),
                  oneOf.getFirst()));
    }
  }

  private String shownHeader() {
    return header.stream().map(Quoted::of).collect(Collectors.joining(", "));
  }
}
