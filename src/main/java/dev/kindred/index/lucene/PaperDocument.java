package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.EmbeddingState;
import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.PublicationDate;
import dev.kindred.paper.json.PaperJson;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** A paper as a Lucene document, there and back. */
final class PaperDocument {
  private PaperDocument() {}

  static Term term(PaperId id) {
    return new Term(Fields.ID, id.value());
  }

  static Document of(StoredPaper stored) {
    Document document = new Document();
    addDescription(document, stored.paper());
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

  private static void addDescription(Document document, Paper paper) {
    BytesRef id = new BytesRef(paper.id().value());
    document.add(new StringField(Fields.ID, id, Store.NO));
    document.add(new SortedDocValuesField(Fields.ID, id));
    long lottery = StringHelper.murmurhash3_x64_128(id)[0];
    document.add(new NumericDocValuesField(Fields.LOTTERY, lottery));
    document.add(new StoredField(Fields.SOURCE, PaperJson.write(paper).toString()));
    document.add(new StoredField(Fields.HASH, paper.contentHash().hex()));
    document.add(text(Fields.WORDS, paper.title()));
    document.add(text(Fields.WORDS, paper.title()));
    document.add(text(Fields.WORDS, paper.abstractText()));
    for (Author author : paper.authors()) {
      document.add(text(Fields.AUTHORS, author.name()));
    }
    for (String category : paper.categories()) {
      document.add(new StringField(Fields.CATEGORY, category, Store.NO));
    }
    paper.published().ifPresent(date -> addDate(document, date));
  }

  private static void addDate(Document document, PublicationDate date) {
    document.add(new LongField(Fields.FIRST_DAY, date.first().toEpochDay(), Store.NO));
    document.add(new LongField(Fields.LAST_DAY, date.last().toEpochDay(), Store.NO));
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

  private static TextField text(String field, String text) {
    return new TextField(field, PaperAnalyzer.normal(text), Store.NO);
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
