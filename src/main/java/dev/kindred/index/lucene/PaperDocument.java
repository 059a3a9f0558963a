package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.EmbeddingState;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.json.PaperJson;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;

/** A paper as a Lucene document, there and back. */
final class PaperDocument {
  private PaperDocument() {}

  static Term term(PaperId id) {
    return new Term(Fields.ID, id.value());
  }

  static Document of(StoredPaper stored, PaperAnalyzer analyzer) {
    Document document = new Document();
    Paper paper = stored.paper();
    document.add(new StoredField(Fields.SOURCE, PaperJson.write(paper).toString()));
    document.add(new StoredField(Fields.HASH, paper.contentHash().hex()));
    new PaperFields(paper, analyzer).addTo(document);
    document.add(new LongField(Fields.QUEUED, stored.queued(), Store.YES));
    switch (stored.state()) {
      case EmbeddingState.Pending pending -> {
        document.add(new StringField(Fields.STATE, Fields.PENDING, Store.YES));
        document.add(new StoredField(Fields.ATTEMPTS, pending.attempts()));
      }
      case EmbeddingState.Embedded embedded -> {
        document.add(new StringField(Fields.STATE, Fields.EMBEDDED, Store.YES));
        addEmbedding(document, embedded, Objects.requireNonNull(stored.embedding()));
      }
      case EmbeddingState.Failed failed -> {
        document.add(new StringField(Fields.STATE, Fields.FAILED, Store.YES));
        document.add(new StoredField(Fields.ATTEMPTS, failed.attempts()));
        document.add(new StoredField(Fields.REASON, failed.reason()));
      }
    }
    return document;
  }

  private static void addEmbedding(
      Document document, EmbeddingState.Embedded state, Embedding embedding) {
    document.add(
        new KnnFloatVectorField(
            Fields.VECTOR, embedding.toArray(), VectorSimilarityFunction.DOT_PRODUCT));
    document.add(new StoredField(Fields.TOKENS, state.tokens()));
    if (state.truncated()) {
      document.add(new StringField(Fields.TRUNCATED, Fields.YES, Store.YES));
    }
  }

  /** The paper of a document of which at least the source was loaded. */
  static Paper paper(Document document) {
    return PaperJson.read(document.get(Fields.SOURCE), PaperJson.UnknownFields.REFUSED);
  }

  static EmbeddingState state(Document document) {
    String state = document.get(Fields.STATE);
    return switch (state) {
      case Fields.PENDING -> new EmbeddingState.Pending(number(document, Fields.ATTEMPTS));
      case Fields.EMBEDDED ->
          new EmbeddingState.Embedded(
              number(document, Fields.TOKENS), document.getField(Fields.TRUNCATED) != null);
      case Fields.FAILED ->
          new EmbeddingState.Failed(document.get(Fields.REASON), number(document, Fields.ATTEMPTS));
      default -> throw new IllegalStateException("no state is called " + state);
    };
  }

  static long queued(Document document) {
    return value(document, Fields.QUEUED).longValue();
  }

  private static int number(Document document, String field) {
    return value(document, field).intValue();
  }

  private static Number value(Document document, String field) {
    IndexableField found = document.getField(field);
    if (found == null) {
      throw new IllegalStateException("a document lacks its field " + field);
    }
    return found.numericValue();
  }
}
