package dev.kindred.index.lucene;

import dev.kindred.paper.PaperDraft;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * How metadata become terms: the name of a field, a separator, and a value. A number has two: one
 * as text, and one whose bytes are in the order of the numbers. Both separators are bytes that no
 * UTF-8 text has. Part of the store's format.
 */
final class MetadataTerms {
  /** Longer texts are prose: nobody filters or counts by them. */
  static final int MAX_VALUE_BYTES = 256;

  private static final byte BEFORE_TEXT = (byte) 0xFF;
  private static final byte BEFORE_NUMBER = (byte) 0xFE;

  /** Numbers of up to so many digits are written out, others with an exponent. */
  private static final int MAX_DIGITS = 30;

  /** As JSON writes numbers; 007 is a text. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");

  private final List<BytesRef> texts = new ArrayList<>();
  private final List<BytesRef> numbers = new ArrayList<>();

  private MetadataTerms() {}

  static MetadataTerms of(Map<String, @Nullable Object> metadata) {
    MetadataTerms terms = new MetadataTerms();
    metadata.forEach((name, value) -> {
      String plain = name.strip();
      if (!plain.isEmpty() && utf8(plain).length <= PaperDraft.MAX_NAME_BYTES) {
        terms.add(plain, value);
      }
    });
    return terms;
  }

  private void add(String name, @Nullable Object value) {
    switch (value) {
      case String text -> addText(name, text.strip());
      case Boolean truth -> addText(name, truth.toString());
      case Number number -> {
        addText(name, written(new BigDecimal(number.toString())));
        numbers.add(number(name, number.doubleValue()));
      }
      case List<?> list -> list.forEach(element -> add(name, element));
      case null, default -> {} // an object has no value to compare
    }
  }

  private void addText(String name, String value) {
    if (!value.isEmpty() && utf8(value).length <= MAX_VALUE_BYTES) {
      texts.add(text(name, value));
    }
  }

  /** Terms of the values as texts. */
  List<BytesRef> texts() {
    return texts;
  }

  /** Terms in the order of the numbers. */
  List<BytesRef> numbers() {
    return numbers;
  }

  /** The terms one of which a paper has whose field has this value. */
  static List<BytesRef> matching(String name, String value) {
    BytesRef asText = text(name, value);
    Optional<String> number = number(value);
    return number.isEmpty() ? List.of(asText) : List.of(asText, text(name, number.get()));
  }

  private static Optional<String> number(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(written(new BigDecimal(text)))
        : Optional.empty();
  }

  /** One text for all ways to write a number: 2, 2.0 and 20e-1. */
  private static String written(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    boolean isLong = Math.max(Math.abs(shortest.scale()), shortest.precision()) > MAX_DIGITS;
    return isLong ? shortest.toString() : shortest.toPlainString();
  }

  private static BytesRef text(String name, String value) {
    BytesRefBuilder term = new BytesRefBuilder();
    term.append(textsOf(name));
    term.append(new BytesRef(value));
    return term.get();
  }

  /** What all terms of a field's texts begin with. */
  static BytesRef textsOf(String name) {
    return prefix(name, BEFORE_TEXT);
  }

  static BytesRef number(String name, double value) {
    BytesRefBuilder term = new BytesRefBuilder();
    term.append(prefix(name, BEFORE_NUMBER));
    byte[] sortable = new byte[Long.BYTES];
    // Adding 0.0 makes a plain zero of a negative one.
    NumericUtils.longToSortableBytes(NumericUtils.doubleToSortableLong(value + 0.0), sortable, 0);
    term.append(sortable, 0, sortable.length);
    return term.get();
  }

  private static BytesRef prefix(String name, byte separator) {
    BytesRefBuilder prefix = new BytesRefBuilder();
    prefix.append(new BytesRef(name));
    prefix.append(separator);
    return prefix.get();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
