package dev.kindred.benchmark;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Embeds the same texts with two embedders in turns, on one thread: text by text, in an order that
 * is drawn, so that whatever else the machine does befalls both. Runs once.
 */
public final class EmbedBenchmark {
  private final Embedder plain;
  private final Embedder kindred;
  private final EmbedTexts texts;
  private final Random random;
  private final Course course;

  /** Owns nothing of what it uses. */
  public EmbedBenchmark(
      Embedder plain, Embedder kindred, EmbedTexts texts, long seed, Course course) {
    this.plain = plain;
    this.kindred = kindred;
    this.texts = texts;
    this.random = new Random(seed);
    this.course = course;
  }

  /** Warms up with one round and measures so many. */
  public EmbedReport run(int rounds) {
    course.begin("warming up", size(), "texts");
    round();
    course.begin("embedding", rounds * size(), "texts");
    List<Round> measured = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      measured.add(round());
    }
    return new EmbedReport(kindred.card().name(), measured);
  }

  private int size() {
    return texts.passages().size() + texts.queries().size();
  }

  /** What one round saw of both. */
  record Round(EmbedderTurn plain, EmbedderTurn kindred, List<Double> cosines) {}

  private Round round() {
    EmbedderTurn ofPlain = new EmbedderTurn(plain);
    EmbedderTurn ofKindred = new EmbedderTurn(kindred);
    List<Double> cosines = new ArrayList<>();
    for (String passage : shuffled(texts.passages())) {
      List<Embedding> both =
          inAnyOrder(ofPlain, ofKindred).stream().map(turn -> turn.passage(passage)).toList();
      cosines.add(both.getFirst().cosine(both.getLast()));
      course.advance(1);
    }
    for (String query : shuffled(texts.queries())) {
      inAnyOrder(ofPlain, ofKindred).forEach(turn -> turn.query(query));
      course.advance(1);
    }
    return new Round(ofPlain, ofKindred, cosines);
  }

  private List<EmbedderTurn> inAnyOrder(EmbedderTurn one, EmbedderTurn other) {
    return random.nextBoolean() ? List.of(one, other) : List.of(other, one);
  }

  private List<String> shuffled(List<String> list) {
    List<String> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
