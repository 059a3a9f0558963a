package dev.kindred.paper.sentence;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts scientific prose into sentences: at full stops that are neither of an abbreviation nor of
 * an initial or a number, at empty lines, and before a heading in capitals ("RESULTS") that follows
 * on no full stop. A heading belongs to the sentence it introduces. The time is linear in the
 * length of the text, whatever it is.
 */
public final class Sentences {
  /** Names these rules; changes whenever a text may be parted in another way than before. */
  public static final String VERSION = "1";

  /** Longer ones are parted, for a text without full stops would be one answer as a whole. */
  static final int MAX_CHARS = 1_000;

  private static final int LONGEST_HEADING = 40;

  private final String text;
  private final List<Span> found = new ArrayList<>();

  /** Where the sentence begins that is not ended yet. */
  private int start;

  private Sentences(String text) {
    this.text = text;
  }

  /** The sentences in order, without the blanks around them; a text of blanks has none. */
  public static List<Span> of(String text) {
    Sentences sentences = new Sentences(text);
    sentences.part();
    return List.copyOf(sentences.found);
  }

  private void part() {
    start = Characters.skipBlanks(text, 0);
    int at = start;
    while (at < text.length()) {
      char here = text.charAt(at);
      if (Characters.isStop(here)) {
        int behind = Characters.skipClosing(text, at);
        int end = FullStop.endOfSentence(text, start, at, behind);
        at = end > 0 ? endAt(end) : behind;
      } else if (Character.isWhitespace(here)) {
        int next = Characters.skipBlanks(text, at);
        boolean isEnd = Characters.hasEmptyLine(text, at, next) || Heading.begins(text, at, next);
        at = isEnd ? endAt(at) : next;
      } else {
        at++;
      }
    }
    if (start < text.length()) {
      addLast(Characters.skipBlanksBack(text, text.length()));
    }
  }

  /** What has neither letter nor digit, say a lost quotation mark, belongs to what is before. */
  private void addLast(int end) {
    boolean hasWords = text.substring(start, end).chars().anyMatch(Character::isLetterOrDigit);
    if (hasWords || found.isEmpty()) {
      addInParts(start, end);
    } else {
      found.set(found.size() - 1, new Span(found.getLast().start(), end));
    }
  }

  /** Ends the sentence, unless it is but a heading; gives where to go on. */
  private int endAt(int end) {
    int next = Characters.skipBlanks(text, end);
    if (next == text.length() || !isHeading(end)) {
      addInParts(start, end);
      start = next;
    }
    return next;
  }

  /** A single word, or some in capitals only. */
  private boolean isHeading(int end) {
    if (end - start > LONGEST_HEADING) {
      return false;
    }
    String words = text.substring(start, end);
    boolean isLatin = words.chars().anyMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
    boolean isOneWord = words.chars().noneMatch(Character::isWhitespace);
    return isLatin && (isOneWord || words.chars().noneMatch(Character::isLowerCase));
  }

  private void addInParts(int from, int to) {
    int begin = from;
    while (to - begin > MAX_CHARS) {
      int cut = cut(begin);
      found.add(new Span(begin, Characters.skipBlanksBack(text, cut)));
      begin = Characters.skipBlanks(text, cut);
    }
    found.add(new Span(begin, to));
  }

  /** Behind a semicolon if there is one, else between words, else between any two characters. */
  private int cut(int from) {
    int limit = from + MAX_CHARS;
    int blank = -1;
    for (int i = limit; i > from + MAX_CHARS / 2; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        if (text.charAt(i - 1) == ';') {
          return i;
        }
        blank = Math.max(blank, i);
      }
    }
    boolean halvesAPair = Character.isLowSurrogate(text.charAt(limit));
    return blank > 0 ? blank : halvesAPair ? limit - 1 : limit;
  }
}
