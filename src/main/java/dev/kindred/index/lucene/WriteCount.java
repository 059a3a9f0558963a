package dev.kindred.index.lucene;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;

/**
 * How many commits changed papers, which names a state of the index. Kept with each commit, for
 * Lucene's own version counts merges, too, which change no paper.
 */
final class WriteCount {
  private static final String KEY = "writes";

  private WriteCount() {}

  /** Of the commit that a reader shows; the version where it is of before this was counted. */
  static long of(DirectoryReader reader) throws IOException {
    String kept = reader.getIndexCommit().getUserData().get(KEY);
    return kept == null ? reader.getVersion() : Long.parseLong(kept);
  }

  /** Goes on counting from the commit that a writer begins with. */
  static void goOn(IndexWriter writer, DirectoryReader reader) throws IOException {
    if (!reader.getIndexCommit().getUserData().containsKey(KEY)) {
      set(writer, of(reader));
    }
  }

  /** For the next commit. */
  static void set(IndexWriter writer, long count) {
    writer.setLiveCommitData(Map.of(KEY, Long.toString(count)).entrySet(), false);
  }
}
