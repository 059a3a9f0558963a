package dev.kindred.index.lucene;

import dev.kindred.embedding.ModelIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a new generation, in the present format, from the papers of another, whatever format that
 * has. Needs the store's lock; memory does not grow with the papers. The new generation serves only
 * after {@link StoreFolder#serve}.
 */
final class Rewriting {
  private static final Logger log = LoggerFactory.getLogger(Rewriting.class);
  private static final int TOLD_EVERY = 10_000;

  private Rewriting() {}

  static void empty(Generation made, ModelIdentity identity) throws IOException {
    Files.createDirectories(made.index());
    try (PaperAnalyzer analyzer = new PaperAnalyzer();
        Directory target = FSDirectory.open(made.index());
        IndexWriter writer = new IndexWriter(target, WriterConfig.create(analyzer))) {
      WriteCount.set(writer, 0);
      writer.commit();
    }
    Manifest.of(identity).write(made.manifest());
  }

  /** All papers as they are, with their vectors. */
  static void upgrade(Generation old, Generation made, ModelIdentity identity) throws IOException {
    copy(old, made, UnaryOperator.identity());
    Manifest.of(identity).write(made.manifest());
  }

  /** All papers, pending for a model. */
  static void reembed(Generation old, Generation made, ModelIdentity identity) throws IOException {
    copy(old, made, paper -> StoredPaper.pending(paper.paper(), 0, paper.queued()));
    Manifest.of(identity).write(made.manifest());
  }

  private static void copy(Generation old, Generation made, UnaryOperator<StoredPaper> change)
      throws IOException {
    Files.createDirectories(made.index());
    try (PaperAnalyzer analyzer = new PaperAnalyzer();
        Directory source = FSDirectory.open(old.index());
        DirectoryReader reader = DirectoryReader.open(source);
        Directory target = FSDirectory.open(made.index());
        IndexWriter writer = new IndexWriter(target, WriterConfig.create(analyzer))) {
      Snapshot papers = new Snapshot(reader);
      // Else a state of this generation could have the name of one of the old.
      WriteCount.set(writer, papers.state() + 1);
      StoredFields stored = reader.storedFields();
      Bits live = MultiBits.getLiveDocs(reader);
      for (int doc = 0, copied = 0; doc < reader.maxDoc(); doc++) {
        if (live == null || live.get(doc)) {
          StoredPaper paper = change.apply(papers.stored(stored, doc));
          writer.addDocument(PaperDocument.of(paper, analyzer));
          tell(++copied, reader.numDocs());
        }
      }
      writer.commit();
    }
  }

  private static void tell(int copied, int papers) {
    if (copied % TOLD_EVERY == 0) {
      log.info("{} of {} papers are rewritten.", copied, papers);
    }
  }
}
