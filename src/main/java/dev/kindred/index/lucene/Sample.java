package dev.kindred.index.lucene;

import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * A lottery: every embedded paper draws a number from its id and the seed, the lowest win. So the
 * sample depends on nothing but the papers and the seed, and grows stale slowly as papers come.
 */
final class Sample {
  private record Ticket(long number, String id) {}

  private static final Comparator<Ticket> LOWEST_FIRST =
      Comparator.comparingLong(Ticket::number).thenComparing(Ticket::id);

  private final long seed;
  private final int size;
  private final PriorityQueue<Ticket> winners = new PriorityQueue<>(LOWEST_FIRST.reversed());

  Sample(long seed, int size) {
    this.seed = seed;
    this.size = size;
  }

  List<PaperId> drawnFrom(IndexSearcher searcher) throws IOException {
    Query embedded = searcher.rewrite(FilterQuery.embedded());
    Weight weight = searcher.createWeight(embedded, ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null && size > 0) {
        draw(leaf, scorer.iterator());
      }
    }
    return winners.stream().sorted(LOWEST_FIRST).map(ticket -> new PaperId(ticket.id())).toList();
  }

  private void draw(LeafReaderContext leaf, DocIdSetIterator docs) throws IOException {
    NumericDocValues lottery = DocValues.getNumeric(leaf.reader(), Fields.LOTTERY);
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live == null || live.get(doc)) {
        lottery.advanceExact(doc);
        offer(mixed(lottery.longValue() + seed * 0x9E3779B97F4A7C15L), ids, doc);
      }
    }
  }

  private void offer(long number, SortedDocValues ids, int doc) throws IOException {
    if (winners.size() == size && number > winners.element().number()) {
      return;
    }
    ids.advanceExact(doc);
    winners.add(new Ticket(number, ids.lookupOrd(ids.ordValue()).utf8ToString()));
    if (winners.size() > size) {
      winners.remove();
    }
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom numbers). */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
