package dev.kindred.search;

import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.search.ResultList.Cut;
import dev.kindred.search.recommendation.NearDuplicate;
import dev.kindred.search.sentence.Passage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much room a page takes that is kept, roughly. */
final class PageBytes {
  /** Of a page without results: by what it is found, and the objects around it. */
  private static final int PAGE_BYTES = 500;

  /** Of a result beside what there may be much of: names, numbers, a sentence. */
  private static final int RESULT_BYTES = 1_500;

  /** Of a text or a number without the text's characters, and its place in a list or map. */
  private static final int VALUE_BYTES = 60;

  private static final int SPAN_BYTES = 30;

  /** Of a word that a paper matches, with what is told of it. */
  private static final int WORD_BYTES = 200;

  private PageBytes() {}

  static long of(Cut cut) {
    return PAGE_BYTES + cut.results().stream().mapToLong(PageBytes::of).sum();
  }

  private static long of(Result result) {
    int spans = result.passage().map(PageBytes::spans).orElse(0);
    int words = result.explanation().map(told -> told.words().size()).orElse(0);
    return RESULT_BYTES
        + of(result.paper())
        + NearDuplicate.bytes(result.also())
        + (long) SPAN_BYTES * spans
        + (long) WORD_BYTES * words;
  }

  private static int spans(Passage passage) {
    return passage.title().size() + passage.abstractText().size();
  }

  private static long of(Paper paper) {
    return ofValue(
        List.of(
            paper.title(),
            paper.abstractText(),
            paper.authors().stream().map(Author::name).toList(),
            paper.categories(),
            paper.url().orElse(""),
            paper.metadata()));
  }

  private static long ofValue(@Nullable Object value) {
    return VALUE_BYTES
        + switch (value) {
          case String text -> (long) Character.BYTES * text.length();
          case Map<?, ?> map -> ofAll(map.keySet()) + ofAll(map.values());
          case Collection<?> list -> ofAll(list);
          case null, default -> 0;
        };
  }

  private static long ofAll(Collection<?> values) {
    return values.stream().mapToLong(PageBytes::ofValue).sum();
  }
}
