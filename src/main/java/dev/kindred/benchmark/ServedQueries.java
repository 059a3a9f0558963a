package dev.kindred.benchmark;

import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.sentence.Sentences;
import dev.kindred.paper.sentence.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Queries that a collection answers: titles and sentences of its papers, each but once. */
public final class ServedQueries {
  private static final int MAX_CHARS = 300;
  private static final int SENTENCES_A_PAPER = 4;

  private ServedQueries() {}

  /** At most so many, the same for the same seed and state of the collection. */
  public static List<String> drawn(IndexView view, int limit, long seed) {
    Random random = new Random(seed);
    List<PaperId> ids = view.sample(limit, seed);
    Set<String> queries = new LinkedHashSet<>();
    List<Paper> papers =
        view.get(ids).values().stream().sorted(Comparator.comparing(Paper::id)).toList();
    for (Paper paper : papers) {
      add(paper.title(), queries);
    }
    for (Paper paper : papers) {
      String text = paper.abstractText();
      List<Span> sentences = new ArrayList<>(Sentences.of(text));
      Collections.shuffle(sentences, random);
      sentences.stream().limit(SENTENCES_A_PAPER).forEach(span -> add(span.of(text), queries));
      if (queries.size() >= 2 * limit) {
        break;
      }
    }
    List<String> shuffled = new ArrayList<>(queries);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(limit, shuffled.size()));
  }

  private static void add(String text, Set<String> queries) {
    String query = text.strip().replaceAll("\\s+", " ");
    if (!query.isEmpty() && query.length() <= MAX_CHARS) {
      queries.add(query);
    }
  }
}
