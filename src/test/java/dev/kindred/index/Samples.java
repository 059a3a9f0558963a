package dev.kindred.index;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.Pooling;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.PublicationDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Papers, vectors and a model identity for tests of an index. */
public final class Samples {
  public static final int DIMENSION = 384;

  public static final ModelIdentity IDENTITY = identity("test-model", DIMENSION);

  private Samples() {}

  public static ModelIdentity identity(String model, int dimension) {
    return new ModelIdentity(
        new ModelIdentity.Compatible(
            model, "ab12", "cd34", Pooling.CLS, "query: ", "", 512, dimension, "t/1", "none"),
        new ModelIdentity.Recorded("ef56", "runtime 1", "cpu"));
  }

  public static PaperId id(String text) {
    return new PaperId(text);
  }

  public static List<PaperId> ids(String... texts) {
    return Stream.of(texts).map(PaperId::new).toList();
  }

  public static Paper paper(String id, String title, String abstractText) {
    return Paper.of(id(id), title, abstractText);
  }

  /** A paper of which only the id and the title matter. */
  public static Paper paper(String id) {
    return paper(id, "Title of " + id, "Abstract of the paper.");
  }

  public static Paper inCategories(Paper paper, String... categories) {
    return described(paper, paper.authors(), paper.published(), List.of(categories));
  }

  public static Paper by(Paper paper, String... names) {
    List<Author> authors = Stream.of(names).map(Author::new).toList();
    return described(paper, authors, paper.published(), paper.categories());
  }

  public static Paper published(Paper paper, String date) {
    return described(paper, paper.authors(), PublicationDate.parse(date), paper.categories());
  }

  public static Paper withMetadata(Paper paper, Map<String, Object> metadata) {
    return new Paper(
        paper.id(),
        paper.title(),
        paper.abstractText(),
        paper.authors(),
        paper.published(),
        paper.categories(),
        paper.url(),
        metadata);
  }

  private static Paper described(
      Paper paper,
      List<Author> authors,
      Optional<PublicationDate> published,
      List<String> categories) {
    return new Paper(
        paper.id(),
        paper.title(),
        paper.abstractText(),
        authors,
        published,
        categories,
        paper.url(),
        Map.of());
  }

  public static Embedding embedding(long seed) {
    Random random = new Random(seed);
    float[] values = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalised(values);
  }

  /** The embedding of a paper, as a model would make it: the same for the same text. */
  public static Embedding embedding(Paper paper) {
    return embedding(paper.contentHash().hex().hashCode());
  }

  public static EmbeddingResult embedded(Paper paper) {
    return embedded(paper, embedding(paper));
  }

  public static EmbeddingResult embedded(Paper paper, Embedding embedding) {
    return new EmbeddingResult.Succeeded(
        paper.id(), paper.contentHash(), new EmbeddedText(embedding, 12, false));
  }

  public static EmbeddingResult truncated(Paper paper) {
    return new EmbeddingResult.Succeeded(
        paper.id(), paper.contentHash(), new EmbeddedText(embedding(paper), 512, true));
  }

  public static EmbeddingResult failed(Paper paper, String reason) {
    return new EmbeddingResult.FailedAttempt(paper.id(), paper.contentHash(), reason);
  }
}
