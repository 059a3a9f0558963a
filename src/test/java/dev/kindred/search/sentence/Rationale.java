package dev.kindred.search.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.SentenceVectors;
import dev.kindred.index.Words;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.paper.sentence.Sentences;
import dev.kindred.paper.sentence.Span;
import dev.kindred.search.sentence.Passage.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * A claim, a paper, and which of its sentences bear on the claim, as judges of SciFact saw it
 * (Wadden et al. 2020).
 *
 * @param sentences numbers of {@link Sentences}; one of the judges' is that which overlaps it most
 */
public record Rationale(String claim, Paper paper, Set<Integer> sentences) {
  /** Reads {@code rationales-train.jsonl}. */
  public static List<Rationale> read(Path file, Map<PaperId, Paper> papers) throws IOException {
    List<Rationale> rationales = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode json = PaperJson.parse(line);
      Paper paper = papers.get(new PaperId(json.path("corpus-id").asText()));
      if (paper == null) {
        throw new IllegalStateException("no paper for " + line);
      }
      Set<Integer> sentences = new HashSet<>();
      for (JsonNode judged : json.path("sentences")) {
        sentences.add(number(judged.asText(), paper.abstractText()));
      }
      rationales.add(new Rationale(json.path("claim").asText(), paper, sentences));
    }
    return rationales;
  }

  private static int number(String judged, String abstractText) {
    int start = abstractText.indexOf(judged);
    if (start < 0) {
      throw new IllegalStateException("not in its abstract: " + judged);
    }
    List<Span> sentences = Sentences.of(abstractText);
    int best = 0;
    for (int i = 1; i < sentences.size(); i++) {
      if (overlap(sentences.get(i), start, judged) > overlap(sentences.get(best), start, judged)) {
        best = i;
      }
    }
    return best;
  }

  private static int overlap(Span span, int start, String judged) {
    return Math.min(span.end(), start + judged.length()) - Math.max(span.start(), start);
  }

  /** In which share of the cases a choice is one of the judges'. */
  public static double hits(List<Rationale> rationales, ToIntFunction<Rationale> choice) {
    return rationales.stream()
        .mapToDouble(
            rationale -> rationale.sentences.contains(choice.applyAsInt(rationale)) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  /** What a random choice would hit. */
  public static double chance(List<Rationale> rationales) {
    return rationales.stream()
        .mapToDouble(rationale ->
            (double) rationale.sentences.size()
                / Sentences.of(rationale.paper.abstractText()).size())
        .average()
        .orElseThrow();
  }

  /** The sentence of a passage. */
  public static int number(Passage passage, Paper paper) {
    return Sentences.of(paper.abstractText()).indexOf(passage.sentence().orElseThrow().span());
  }

  /** The sentence that has most of the claim's words. */
  public int byWordsAlone(IndexView view) {
    Map<String, Double> weights = view.weights(Words.of(claim));
    double[] coverage =
        SentenceWords.coverage(
            Sentences.of(paper.abstractText()),
            view.tokens(paper.abstractText(), weights.keySet()),
            weights);
    int best = 0;
    for (int i = 1; i < coverage.length; i++) {
      best = coverage[i] > coverage[best] ? i : best;
    }
    return best;
  }

  /** The sentence without any vector. */
  public int byWordsAndPosition(IndexView view, Passages passages) {
    return number(
        passages
            .of(view, List.of(paper), claim, Optional.empty(), SentenceWish.AS_AVAILABLE)
            .getFirst(),
        paper);
  }

  /** The sentence that vectors kept in the index help to choose. */
  public int byVectorsMadeAhead(IndexView view, Passages passages, Embedder model) {
    Optional<Embedding> meaning = Optional.of(model.query(claim).embedding());
    Passage passage =
        passages.of(view, List.of(paper), claim, meaning, SentenceWish.AS_AVAILABLE).getFirst();
    if (passage.sentence().orElseThrow().method() != Method.VECTORS_MADE_AHEAD) {
      throw new IllegalStateException("no vectors of " + paper.id());
    }
    return number(passage, paper);
  }

  /** Keeps vectors of all sentences of the rationales' papers in an index. */
  public static void embedSentences(
      List<Rationale> rationales, PaperIndex index, Embedder embedder) {
    List<SentenceVectors> made =
        rationales.stream()
            .map(Rationale::paper)
            .distinct()
            .parallel()
            .map(paper ->
                new SentenceVectors(
                    paper.id(),
                    paper.contentHash(),
                    Sentences.of(paper.abstractText()).stream()
                        .map(span -> span.of(paper.abstractText()))
                        .map(sentence -> embedder.passage(sentence).embedding())
                        .toList()))
            .toList();
    index.recordSentences(made);
  }
}
