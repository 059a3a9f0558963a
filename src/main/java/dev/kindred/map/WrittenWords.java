package dev.kindred.map;

import dev.kindred.index.IndexView;
import dev.kindred.index.Token;
import dev.kindred.paper.Paper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How words are written most often, so that nobody has to read stems. */
final class WrittenWords {
  private static final int OF_AN_ABSTRACT = 10;

  private final IndexView view;
  private final Map<String, Map<String, Integer>> forms = new HashMap<>();

  WrittenWords(IndexView view) {
    this.view = view;
  }

  /** Counts the words of these stems; in titles they may have capitals for no reason. */
  void add(Paper paper, Set<String> stems) {
    add(paper.abstractText(), OF_AN_ABSTRACT, stems);
    add(paper.title(), 1, stems);
  }

  private void add(String text, int weight, Set<String> stems) {
    for (Token token : view.tokens(text, stems)) {
      String word = text.substring(token.start(), token.end());
      token
          .stem()
          .ifPresent(stem ->
              forms.computeIfAbsent(stem, _ -> new HashMap<>()).merge(word, weight, Integer::sum));
    }
  }

  /** The most frequent word of a stem; the stem itself if there was none. */
  String most(String stem) {
    return forms.getOrDefault(stem, Map.of()).entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(stem);
  }
}
