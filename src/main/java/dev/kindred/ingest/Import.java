package dev.kindred.ingest;

import dev.kindred.ingest.PaperSink.Receipt;
import dev.kindred.ingest.format.Entry;
import dev.kindred.ingest.format.EntryReader;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the papers of files into a sink, in batches. What {@link #summary} counts as finished is
 * durable. A bad entry never stops the rest, unless the import is strict. One thread runs it;
 * {@link #stop} and {@link #summary} may be called from others.
 */
public final class Import {
  private static final int BATCH_PAPERS = 500;
  private static final int BATCH_CHARS = 4_000_000;

  /** Hears of every entry that is not taken; called by the thread that runs the import. */
  public interface Rejects {
    void add(RejectedEntry rejected);
  }

  private final PaperSink sink;
  private final boolean strict;
  private final Rejects rejects;
  private final SeenIds seen = new SeenIds();
  private final Map<PaperId, Entry.Read> batch = new LinkedHashMap<>();
  private int batchChars;
  private volatile ImportSummary summary = ImportSummary.NOTHING;
  private volatile boolean stopped;

  public Import(PaperSink sink, boolean strict, Rejects rejects) {
    this.sink = sink;
    this.strict = strict;
    this.rejects = rejects;
  }

  /**
   * Imports one file's entries; false if it was stopped before the end.
   *
   * @throws InvalidRequest at the first bad entry, if strict; what came before is kept
   */
  public boolean run(String file, EntryReader entries) throws IOException {
    try {
      for (Entry entry = entries.next(); entry != null && !stopped; entry = entries.next()) {
        count(new ImportSummary(1, 0, 0, 0, 0, 0));
        switch (entry) {
          case Entry.Read read -> take(file, read);
          case Entry.Unreadable bad ->
              reject(new RejectedEntry(file, bad.line(), bad.reason(), bad.text()));
        }
      }
    } finally {
      flush(file);
    }
    return !stopped;
  }

  public ImportSummary summary() {
    return summary;
  }

  /** Ends the import after the entry in hand; what was read is still written. */
  public void stop() {
    stopped = true;
  }

  private void take(String file, Entry.Read read) {
    Paper paper = read.partial() ? filled(read.paper()) : read.paper();
    Entry.Read earlier = batch.put(paper.id(), new Entry.Read(read.line(), paper, false));
    if (earlier != null) {
      count(new ImportSummary(0, 0, 0, 0, 1, 0));
    }
    batchChars += chars(paper);
    if (batch.size() >= BATCH_PAPERS || batchChars >= BATCH_CHARS) {
      flush(file);
    }
  }

  /** About what a paper takes in memory; its metadata may be far larger than its text. */
  private static int chars(Paper paper) {
    return paper.title().length()
        + paper.abstractText().length()
        + paper.authors().toString().length()
        + paper.metadata().toString().length();
  }

  private Paper filled(Paper paper) {
    Entry.Read waiting = batch.get(paper.id());
    Optional<Paper> known = waiting != null ? Optional.of(waiting.paper()) : sink.find(paper.id());
    return known.map(paper::filledFrom).orElse(paper);
  }

  private void flush(String file) {
    if (batch.isEmpty()) {
      return;
    }
    List<Entry.Read> entries = new ArrayList<>(batch.values());
    batch.clear(); // first, so that a batch the sink fails on is not sent again
    batchChars = 0;
    List<Receipt> receipts = sink.put(entries.stream().map(Entry.Read::paper).toList());
    for (int i = 0; i < entries.size(); i++) {
      note(file, entries.get(i), receipts.get(i));
    }
  }

  private void note(String file, Entry.Read entry, Receipt receipt) {
    switch (receipt) {
      case Receipt.Refused refused ->
          reject(new RejectedEntry(file, entry.line(), refused.reason(), entry.paper().title()));
      case Receipt.Kept kept -> {
        if (!seen.add(entry.paper().id())) {
          count(new ImportSummary(0, 0, 0, 0, 1, 0));
          return;
        }
        count(
            switch (kept.outcome()) {
              case NEW -> new ImportSummary(0, 1, 0, 0, 0, 0);
              case CHANGED -> new ImportSummary(0, 0, 1, 0, 0, 0);
              case UNCHANGED -> new ImportSummary(0, 0, 0, 1, 0, 0);
            });
      }
    }
  }

  private void reject(RejectedEntry rejected) {
    count(new ImportSummary(0, 0, 0, 0, 0, 1));
    rejects.add(rejected);
    if (strict) {
      throw new InvalidRequest(
          "%s, line %d: %s (--strict stops at the first bad entry)"
              .formatted(rejected.file(), rejected.line(), rejected.reason()));
    }
  }

  private void count(ImportSummary more) {
    summary = summary.plus(more);
  }
}
