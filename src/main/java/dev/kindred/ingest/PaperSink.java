package dev.kindred.ingest;

import dev.kindred.index.PaperIndex.PutOutcome;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Optional;

/** Where an import's papers go: an index of this process, or a server's. */
public interface PaperSink {
  /** What became of a paper that was sent. */
  sealed interface Receipt {
    /** Durable. */
    record Kept(PutOutcome outcome) implements Receipt {}

    /** Not taken, and why. */
    record Refused(String reason) implements Receipt {}
  }

  /** A receipt for each paper, in order; those that are kept are durable. */
  List<Receipt> put(List<Paper> papers);

  Optional<Paper> find(PaperId id);
}
