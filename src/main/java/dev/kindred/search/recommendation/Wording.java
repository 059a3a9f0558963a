package dev.kindred.search.recommendation;

import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of a paper, as far as they tell whether another is the same.
 *
 * @param title its words in order
 * @param numbers that stand in the title
 * @param counts how often title and abstract together have each word
 * @param length how many words title and abstract have together
 * @param names the words in the authors' names; of initials nothing
 */
record Wording(
    List<String> title,
    Set<String> numbers,
    Map<String, Integer> counts,
    int length,
    Set<String> names) {

  private static final int SMALL_WORD = 3;

  static Wording of(Paper paper) {
    List<String> title = PlainWords.of(paper.title());
    List<String> text = PlainWords.of(paper.abstractText());
    Map<String, Integer> counts = new HashMap<>();
    title.forEach(word -> counts.merge(word, 1, Integer::sum));
    text.forEach(word -> counts.merge(word, 1, Integer::sum));
    return new Wording(
        title,
        title.stream().filter(Wording::isNumber).collect(Collectors.toSet()),
        counts,
        title.size() + text.size(),
        names(paper.authors()));
  }

  private static boolean isNumber(String word) {
    return word.codePoints().allMatch(Character::isDigit);
  }

  private static Set<String> names(List<Author> authors) {
    Set<String> names = new HashSet<>();
    for (Author author : authors) {
      names.addAll(PlainWords.of(author.name()));
    }
    names.removeIf(name -> name.length() < 2);
    return names;
  }

  /** Whether this is the other text with words like "the" put in, and nothing taken out. */
  boolean adds(Wording other) {
    return counts.keySet().containsAll(other.counts.keySet())
        && counts.entrySet().stream()
            .allMatch(word -> {
              int more = word.getValue() - other.counts.getOrDefault(word.getKey(), 0);
              return more == 0 || (more > 0 && word.getKey().length() <= SMALL_WORD);
            });
  }

  /** The words that both have, each as often as both have it, as a share of those of either. */
  double shared(Wording other) {
    int both = 0;
    for (Map.Entry<String, Integer> word : counts.entrySet()) {
      both += Math.min(word.getValue(), other.counts.getOrDefault(word.getKey(), 0));
    }
    int either = length + other.length - both;
    return either == 0 ? 0 : (double) both / either;
  }
}
