package dev.kindred.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** The word of the collection that someone may have meant who wrote one that is not in it. */
final class NearWord {
  private static final int MIN_LETTERS = 4;

  /** Two letters of fewer make another word of nearly any. */
  private static final int LONG = 8;

  /** One letter in the place of another makes of a short word another that is right. */
  private static final int SHORT = 5;

  /**
   * Hardly anybody mistypes the first letter, and with it only a part of all words is looked at.
   */
  private static final int CERTAIN_LETTERS = 1;

  /** More than are needed: deleted papers may be all that hold the first of them. */
  private static final int LOOKED_AT = 20;

  private record Candidate(String word, int edits, int papers) {}

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::edits)
          .thenComparing(Candidate::papers, Comparator.reverseOrder())
          .thenComparing(Candidate::word);

  private NearWord() {}

  static Optional<String> of(String word, Snapshot snapshot) throws IOException {
    if (word.chars().anyMatch(Character::isDigit) || snapshot.papersWith(word) > 0) {
      return Optional.empty();
    }
    SuggestWord[] near =
        checker(length(word))
            .suggestSimilar(
                new Term(Fields.EXACT, word),
                LOOKED_AT,
                snapshot.reader(),
                SuggestMode.SUGGEST_ALWAYS);
    PriorityQueue<Candidate> candidates = new PriorityQueue<>(BEST_FIRST);
    for (SuggestWord suggested : near) {
      int papers = snapshot.papersWith(suggested.string);
      if (papers > 0 && !isAnotherWord(word, suggested.string)) {
        candidates.add(new Candidate(suggested.string, edits(word, suggested), papers));
      }
    }
    return Optional.ofNullable(candidates.peek()).map(Candidate::word);
  }

  private static boolean isAnotherWord(String word, String near) {
    return length(word) <= SHORT
        && length(near) == length(word)
        && !Arrays.equals(word.chars().sorted().toArray(), near.chars().sorted().toArray());
  }

  private static DirectSpellChecker checker(int letters) {
    DirectSpellChecker checker = new DirectSpellChecker();
    checker.setMinQueryLength(MIN_LETTERS);
    checker.setMaxEdits(letters < LONG ? 1 : 2);
    checker.setMinPrefix(CERTAIN_LETTERS);
    checker.setAccuracy(0);
    // A word that only deleted papers hold may be looked for, however many they were.
    checker.setMaxQueryFrequency(Integer.MAX_VALUE);
    return checker;
  }

  /** From the similarity 1 - edits / length of the shorter word. */
  private static int edits(String word, SuggestWord suggested) {
    return Math.round((1 - suggested.score) * Math.min(length(word), length(suggested.string)));
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }
}
