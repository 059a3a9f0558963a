package dev.kindred.index.lucene;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;

/**
 * A text as {@link PaperAnalyzer#normal} has it, and where each char of it came from. Normalising
 * changes lengths: one ligature becomes several letters, a letter and its accent become one.
 */
final class NormalText {
  /** Nothing below this code point joins what stands before it. */
  private static final int FIRST_MARK = 0x300;

  private final StringBuilder normal = new StringBuilder();
  private final boolean keepsPlaces;
  private int[] starts = new int[0];
  private int[] ends = new int[0];

  private NormalText(boolean keepsPlaces) {
    this.keepsPlaces = keepsPlaces;
  }

  static NormalText of(String text) {
    NormalText normal = new NormalText(Normalizer.isNormalized(text, Form.NFKC));
    if (normal.keepsPlaces) {
      normal.normal.append(PaperAnalyzer.normal(text));
    } else {
      for (int start = 0; start < text.length(); ) {
        int end = endOfPart(text, start);
        normal.add(PaperAnalyzer.normal(text.substring(start, end)), start, end);
        start = end;
      }
    }
    return normal;
  }

  private void add(String part, int start, int end) {
    int from = normal.length();
    normal.append(part);
    if (normal.length() > starts.length) {
      starts = Arrays.copyOf(starts, 2 * normal.length());
      ends = Arrays.copyOf(ends, 2 * normal.length());
    }
    Arrays.fill(starts, from, normal.length(), start);
    Arrays.fill(ends, from, normal.length(), end);
  }

  /** The end of the shortest part that can be normalised by itself. */
  private static int endOfPart(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    while (end < text.length() && joins(text, start, end)) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean joins(String text, int start, int end) {
    int next = text.codePointAt(end);
    if (next < FIRST_MARK) {
      return false;
    }
    String letter = Character.toString(next);
    if (isMark(Normalizer.normalize(letter, Form.NFKD).codePointAt(0))) {
      return true;
    }
    String part = text.substring(start, end);
    String apart = Normalizer.normalize(part, Form.NFKC) + Normalizer.normalize(letter, Form.NFKC);
    return !Normalizer.normalize(part + letter, Form.NFKC).equals(apart);
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return normal.toString();
  }

  /** Where in the text the char at a place of the normal text begins. */
  int start(int place) {
    return keepsPlaces ? place : starts[place];
  }

  /** Where in the text the char before a place of the normal text ends. */
  int end(int place) {
    return keepsPlaces ? place : ends[place - 1];
  }
}
