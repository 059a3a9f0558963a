package dev.kindred.paper.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Says what is wrong with a text that is not JSON to somebody who does not read Jackson. */
final class JsonComplaint {
  /** What its parser could be told, where it stands in its own input, and names of its classes. */
  private static final Pattern INTERNALS =
      Pattern.compile(
          " \\((start marker|for (Object|Array) starting) at .*"
              + "|: enable `[^`]*` to allow"
              + "| \\(not recognized as one since [^)]*\\)"
              + "|, from `[^`]*`");

  private static final Pattern CONTROL = Pattern.compile("\\(CTRL-CHAR, code (\\d+)\\)");
  private static final Pattern CODE = Pattern.compile(" \\(code (\\d+)(?: / 0x[0-9a-f]+)?\\)");

  /** Two sentences without anything between them. */
  private static final Pattern JOINED = Pattern.compile("(?<=end-of-input)(?=[A-Za-z])");

  private static final int LAST_VISIBLE_ASCII = 126;

  private JsonComplaint() {}

  static String of(JsonProcessingException malformed, boolean isOneLine) {
    return "not valid JSON" + place(malformed, isOneLine) + ": " + cause(malformed);
  }

  private static String place(JsonProcessingException malformed, boolean isOneLine) {
    JsonLocation place = malformed.getLocation();
    if (place == null) {
      return "";
    }
    return isOneLine
        ? " at column " + place.getColumnNr()
        : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
  }

  private static String cause(JsonProcessingException malformed) {
    String told = INTERNALS.matcher(String.valueOf(malformed.getOriginalMessage())).replaceAll("");
    told = CONTROL.matcher(told).replaceAll("control character $1");
    told = CODE.matcher(told).replaceAll(JsonComplaint::code);
    return JOINED.matcher(told).replaceAll(": ");
  }

  /** What can be seen needs none. */
  private static String code(MatchResult code) {
    int character = Integer.parseInt(code.group(1));
    return character > LAST_VISIBLE_ASCII ? " (U+%04X)".formatted(character) : "";
  }
}
