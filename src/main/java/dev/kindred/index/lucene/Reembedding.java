package dev.kindred.index.lucene;

import dev.kindred.embedding.ModelIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;

/**
 * Makes a new generation: the papers of another, if there is one, all pending. Needs the store's
 * lock; memory does not grow with the papers. The new generation serves only after {@link
 * StoreFolder#serve}.
 */
final class Reembedding {
  private Reembedding() {}

  static void empty(Generation made, ModelIdentity identity) throws IOException {
    Files.createDirectories(made.index());
    try (PaperAnalyzer analyzer = new PaperAnalyzer();
        Directory target = FSDirectory.open(made.index());
        IndexWriter writer = new IndexWriter(target, WriterConfig.create(analyzer))) {
      writer.commit();
    }
    new Manifest(Instant.now(), identity).write(made.manifest());
  }

  static void copy(Generation old, Generation made, ModelIdentity identity) throws IOException {
    Files.createDirectories(made.index());
    try (PaperAnalyzer analyzer = new PaperAnalyzer();
        Directory source = FSDirectory.open(old.index());
        DirectoryReader reader = DirectoryReader.open(source);
        Directory target = FSDirectory.open(made.index());
        IndexWriter writer = new IndexWriter(target, WriterConfig.create(analyzer))) {
      for (LeafReaderContext leaf : reader.leaves()) {
        copy(leaf, writer, analyzer);
      }
      writer.commit();
    }
    new Manifest(Instant.now(), identity).write(made.manifest());
  }

  private static void copy(LeafReaderContext leaf, IndexWriter writer, PaperAnalyzer analyzer)
      throws IOException {
    StoredFields stored = leaf.reader().storedFields();
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
      if (live == null || live.get(doc)) {
        var paper = PaperDocument.paper(stored.document(doc, Set.of(Fields.SOURCE)));
        writer.addDocument(
            PaperDocument.of(StoredPaper.pending(paper, 0, leaf.docBase + (long) doc), analyzer));
      }
    }
  }
}
