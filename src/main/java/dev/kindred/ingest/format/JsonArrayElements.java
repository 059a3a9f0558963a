package dev.kindred.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one JSON array, each as its text. Only brackets and quotation marks are looked
 * at, so that an element which is no JSON is handed out like the others and does not stop them.
 */
final class JsonArrayElements implements LineSource {
  private final Bytes bytes;
  private final Utf8Text element = new Utf8Text(MAX_BYTES);
  private boolean begun;
  private boolean closed;
  private boolean ended;

  /** Begins at the opening bracket of the array or at blanks before it. */
  JsonArrayElements(InputStream in) {
    bytes = new Bytes(in);
  }

  @Override
  public @Nullable Line next() throws IOException {
    if (ended) {
      return null;
    }
    if (!begun) {
      skipBlanks(false);
      begun = true;
    }
    int first = closed ? ']' : skipBlanks(true);
    ended = first == Bytes.END || first == ']';
    if (first == Bytes.END) {
      return new Line.Garbled(bytes.line(), "", "the file ends before the array is closed");
    }
    return first == ']' ? textBehind() : element(first);
  }

  private @Nullable Line textBehind() throws IOException {
    int first = skipBlanks(false);
    return first == Bytes.END
        ? null
        : new Line.Garbled(
            bytes.line(), Character.toString(first), "there is more text behind the array");
  }

  private Line element(int first) throws IOException {
    long number = bytes.line();
    element.clear();
    Nesting nesting = new Nesting();
    int next = first;
    while (next != Bytes.END && !nesting.endsAt(next)) {
      element.append(next);
      next = bytes.next();
    }
    boolean cutOff = next == Bytes.END && nesting.isOpen();
    closed = next == ']';
    ended = cutOff;
    Line line = element.toLine(number, "element");
    return cutOff
        ? new Line.Garbled(number, line.text(), "the file ends inside this element of the array")
        : line;
  }

  private int skipBlanks(boolean commasToo) throws IOException {
    int next = bytes.next();
    while (next == ' '
        || next == '\n'
        || next == '\r'
        || next == '\t'
        || (commasToo && next == ',')) {
      next = bytes.next();
    }
    return next;
  }

  /** How deep inside brackets, and whether inside a string. */
  private static final class Nesting {
    private int depth;
    private boolean inString;
    private boolean escaped;

    boolean isOpen() {
      return inString || depth > 0;
    }

    /** Whether this byte is behind the element; otherwise takes it in. */
    boolean endsAt(int next) {
      if (inString) {
        inString = escaped || next != '"';
        escaped = next == '\\' && !escaped;
        return false;
      }
      switch (next) {
        case '"' -> inString = true;
        case '{', '[' -> depth++;
        case ',' -> {
          return depth == 0;
        }
        case '}', ']' -> {
          if (depth == 0) {
            return next == ']';
          }
          depth--;
        }
        default -> {}
      }
      return false;
    }
  }
}
