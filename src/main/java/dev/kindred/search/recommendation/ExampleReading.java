package dev.kindred.search.recommendation;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.EmbeddingFailed;
import dev.kindred.embedding.PassageText;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what examples stand for. A text is embedded as a paper's is, and so is a pending paper. */
final class ExampleReading {
  private static final Logger log = LoggerFactory.getLogger(ExampleReading.class);

  private final Embedder embedder;
  private final Map<PaperId, Paper> papers;
  private final Map<PaperId, Embedding> vectors;

  /**
   * @throws InvalidRequest naming all ids that no paper has
   */
  ExampleReading(IndexView view, Embedder embedder, Set<PaperId> wanted) {
    this.embedder = embedder;
    this.papers = view.get(wanted);
    this.vectors = view.vectors(wanted);
    String unknown =
        wanted.stream()
            .filter(id -> !papers.containsKey(id))
            .sorted()
            .map(id -> Quoted.of(id.value()))
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw new InvalidRequest("the examples name papers that do not exist: %s".formatted(unknown));
    }
  }

  /**
   * Examples in their order.
   *
   * @throws InvalidRequest naming the first that cannot be embedded
   */
  List<ResolvedExample> read(List<Example> examples) {
    return examples.stream().map(this::read).toList();
  }

  private ResolvedExample read(Example example) {
    return switch (example) {
      case Example.OfText(var text) ->
          resolved(example, embedded("the text " + Quoted.of(text), text), text);
      case Example.OfPaper(var id) -> {
        Paper paper = papers.get(id);
        if (paper == null) {
          throw new IllegalArgumentException(id + " was not asked for");
        }
        yield paper(example, paper);
      }
    };
  }

  private ResolvedExample paper(Example example, Paper paper) {
    Embedding vector = vectors.get(paper.id());
    if (vector != null) {
      return new ResolvedExample(example, vector, text(paper), false);
    }
    String name = "the paper " + Quoted.of(paper.id().value());
    return resolved(example, embedded(name, PassageText.of(paper)), text(paper));
  }

  private static ResolvedExample resolved(Example example, EmbeddedText embedded, String text) {
    return new ResolvedExample(example, embedded.embedding(), text, embedded.truncated());
  }

  private EmbeddedText embedded(String name, String text) {
    try {
      return embedder.passage(text);
    } catch (EmbeddingFailed failed) {
      log.warn("An example could not be embedded", failed);
      throw new InvalidRequest("%s could not be embedded: %s".formatted(name, failed.getMessage()));
    }
  }

  /** The title twice, as the index has it. */
  private static String text(Paper paper) {
    return paper.title() + "\n" + PassageText.of(paper);
  }
}
