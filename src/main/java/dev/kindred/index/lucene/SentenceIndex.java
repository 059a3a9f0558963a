package dev.kindred.index.lucene;

import dev.kindred.embedding.ModelIdentity;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.sentence.Sentences;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small index of its own beside the papers', with the vectors of their sentences. All in it can
 * be made again: so what is damaged, or was made by other rules, is thrown away. When it cannot be
 * opened for another reason it is left as it is, and the store works without. Thread-safe.
 */
final class SentenceIndex implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SentenceIndex.class);
  private static final String FORMAT = "1";

  private final Path folder;
  private final Map<String, String> stamp;
  private final SentenceReading reading = new SentenceReading();
  private @Nullable Directory directory;
  private @Nullable IndexWriter writer;

  /** Set by a failure, which may have been for damage that opening does not see. */
  private boolean isDoubtful;

  private SentenceIndex(Path folder, ModelIdentity model) {
    this.folder = folder;
    this.stamp = stamp(model);
  }

  /** All that decides about the vectors; kept with every commit. */
  static Map<String, String> stamp(ModelIdentity model) {
    return Map.of(
        "format", FORMAT, "sentences", Sentences.VERSION, "model", model.compatible().toString());
  }

  /** Opens a folder, which may be missing. */
  static SentenceIndex open(Path folder, ModelIdentity model) {
    SentenceIndex index = new SentenceIndex(folder, model);
    try {
      index.writer();
    } catch (IOException | RuntimeException failure) {
      index.rollBack();
      log.warn("Vectors of sentences cannot be kept in {}.", folder, failure);
    }
    return index;
  }

  SentenceReading reading() {
    return reading;
  }

  /** What is written to the index before it is committed. */
  interface Writing {
    void to(IndexWriter writer) throws IOException;
  }

  /**
   * Writes and commits.
   *
   * @throws Unavailable if it cannot; it is tried anew by the next call
   */
  synchronized void write(Writing writing) {
    try {
      IndexWriter open = writer();
      writing.to(open);
      open.commit();
      reading.replace(DirectoryReader.open(open));
    } catch (IOException | RuntimeException failure) {
      isDoubtful = true;
      rollBack();
      throw new Unavailable(
          "cannot keep vectors of sentences in %s: %s".formatted(folder, failure));
    }
  }

  private synchronized IndexWriter writer() throws IOException {
    IndexWriter current = writer;
    if (current != null && current.isOpen()) {
      return current;
    }
    rollBack();
    try {
      return opened();
    } catch (IOException damaged) {
      if (!isDamage(damaged)) {
        throw damaged;
      }
      log.warn("The vectors of sentences in {} are damaged; they are made anew.", folder, damaged);
      rollBack();
      IOUtils.rm(folder);
      return opened();
    }
  }

  /** Others, as a lock or too many open files, pass; what is there is good then. */
  private boolean isDamage(IOException failure) {
    boolean isFileInItsPlace = Files.exists(folder) && !Files.isDirectory(folder);
    return isFileInItsPlace
        || failure instanceof CorruptIndexException
        || failure instanceof IndexFormatTooOldException
        || failure instanceof IndexFormatTooNewException
        || failure instanceof IndexNotFoundException
        || failure instanceof EOFException
        || failure instanceof NoSuchFileException
        || failure instanceof FileNotFoundException;
  }

  private IndexWriter opened() throws IOException {
    Directory files = FSDirectory.open(folder);
    directory = files;
    boolean isUsable = isOfTheseRules(files);
    OpenMode mode = isUsable ? OpenMode.APPEND : OpenMode.CREATE;
    IndexWriter opened = new IndexWriter(files, WriterConfig.ofSentences().setOpenMode(mode));
    writer = opened;
    opened.setLiveCommitData(stamp.entrySet());
    if (!isUsable) {
      opened.commit();
    }
    DirectoryReader reader = DirectoryReader.open(opened);
    reading.replace(reader);
    if (isDoubtful) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      isDoubtful = false;
    }
    return opened;
  }

  private boolean isOfTheseRules(Directory files) throws IOException {
    if (!DirectoryReader.indexExists(files)) {
      return false;
    }
    boolean isOfThese = SegmentInfos.readLatestCommit(files).getUserData().equals(stamp);
    if (!isOfThese) {
      log.info("The vectors of sentences in {} are of other rules; they are made anew.", folder);
    }
    return isOfThese;
  }

  /** To the last commit; breaks off merges. */
  private synchronized void rollBack() {
    IndexWriter open = writer;
    writer = null;
    reading.replace(null);
    IOUtils.closeWhileHandlingException(open == null ? null : open::rollback, directory);
    directory = null;
  }

  @Override
  public void close() {
    rollBack();
  }
}
