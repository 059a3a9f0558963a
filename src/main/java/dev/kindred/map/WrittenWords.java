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
  private final IndexView view;
  private final Map<String, Map<String, Integer>> forms = new HashMap<>();

  WrittenWords(IndexView view) {
    this.view = view;
  }

  /** Counts these stems' words in an abstract; in a title they may have capitals for no reason. */
  void add(Paper paper, Set<String> stems) {
    String text = paper.abstractText().isEmpty() ? paper.title() : paper.abstractText();
    for (Token token : view.tokens(text, stems)) {
      String word = text.substring(token.start(), token.end());
      token
          .stem()
          .ifPresent(stem ->
              forms.computeIfAbsent(stem, _ -> new HashMap<>()).merge(word, 1, Integer::sum));
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
