package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Writes a store as the first version of Kindred did. Nothing here may change any more. */
final class FormatOneStore implements AutoCloseable {
  private final PaperAnalyzer analyzer = new PaperAnalyzer();
  private final Directory directory;
  private final IndexWriter writer;
  private long place;

  FormatOneStore(Path folder, ModelIdentity identity) throws IOException {
    Path generation = Files.createDirectories(folder.resolve("g000001"));
    String manifest =
        """
        {
          "format" : 1,
          "created" : "2026-05-17T09:30:00.123456Z",
          "identity" : %s
        }
        """
            .formatted(PaperJson.MAPPER.writeValueAsString(identity));
    Files.writeString(generation.resolve("manifest.json"), manifest);
    directory = FSDirectory.open(generation.resolve("index"));
    writer = new IndexWriter(directory, WriterConfig.create(analyzer));
    writer.commit();
    Files.writeString(folder.resolve("current"), "g000001\n");
  }

  void pending(Paper paper, int attempts) throws IOException {
    Document document = described(paper, "pending");
    document.add(new StoredField("attempts", attempts));
    write(paper, document);
  }

  void failed(Paper paper, String reason) throws IOException {
    Document document = described(paper, "failed");
    document.add(new StoredField("attempts", 3));
    document.add(new StoredField("reason", reason));
    write(paper, document);
  }

  void embedded(Paper paper, Embedding embedding, boolean truncated) throws IOException {
    Document document = described(paper, "embedded");
    float[] vector = embedding.toArray();
    document.add(new KnnFloatVectorField("vector", vector, VectorSimilarityFunction.DOT_PRODUCT));
    document.add(new StoredField("tokens", 17));
    if (truncated) {
      document.add(new StringField("truncated", "yes", Store.YES));
    }
    write(paper, document);
  }

  void delete(Paper paper) throws IOException {
    writer.deleteDocuments(new Term("id", paper.id().value()));
  }

  private void write(Paper paper, Document document) throws IOException {
    writer.updateDocument(new Term("id", paper.id().value()), document);
  }

  private Document described(Paper paper, String state) {
    Document document = new Document();
    BytesRef id = new BytesRef(paper.id().value());
    document.add(new StringField("id", id, Store.NO));
    document.add(new SortedDocValuesField("id", id));
    long lottery = StringHelper.murmurhash3_x64_128(id)[0];
    document.add(new NumericDocValuesField("lottery", lottery));
    document.add(new StoredField("source", PaperJson.write(paper).toString()));
    document.add(new StoredField("hash", paper.contentHash().hex()));
    addText(document, "words", paper.title());
    addText(document, "words", paper.title());
    addText(document, "words", paper.abstractText());
    paper.authors().stream().map(Author::name).forEach(name -> addText(document, "authors", name));
    paper.categories().forEach(name -> document.add(new StringField("category", name, Store.NO)));
    paper
        .published()
        .ifPresent(date -> {
          document.add(new LongField("firstDay", date.first().toEpochDay(), Store.NO));
          document.add(new LongField("lastDay", date.last().toEpochDay(), Store.NO));
        });
    document.add(new LongField("queued", place++, Store.YES));
    document.add(new StringField("state", state, Store.YES));
    return document;
  }

  private static void addText(Document document, String field, String text) {
    document.add(new TextField(field, PaperAnalyzer.normal(text), Store.NO));
  }

  @Override
  public void close() throws IOException {
    writer.commit();
    writer.close();
    directory.close();
    analyzer.close();
  }
}
