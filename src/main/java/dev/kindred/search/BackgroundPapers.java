package dev.kindred.search;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.IndexView;
import java.util.Collection;
import java.util.List;

/**
 * Some hundred papers drawn at random, against which a query's cosines are told from noise. Drawn
 * anew when the collection has grown or shrunk by a tenth, so that scores do not move with every
 * write. Thread-safe.
 */
final class BackgroundPapers {
  private static final int SIZE = 500;
  private static final long SEED = 1;
  private static final double REDRAWN_AT = .1;

  private record Drawn(int embedded, Collection<Embedding> vectors) {
    boolean stillHoldsFor(int now) {
      return embedded > 0 && Math.abs(now - embedded) < REDRAWN_AT * embedded;
    }
  }

  private volatile Drawn drawn = new Drawn(0, List.of());

  /** As many as there are in a small collection; none while nothing is embedded. */
  Collection<Embedding> of(IndexView view) {
    int embedded = view.counts().embedded();
    Drawn last = drawn;
    if (last.stillHoldsFor(embedded)) {
      return last.vectors();
    }
    Drawn now = new Drawn(embedded, List.copyOf(view.vectors(view.sample(SIZE, SEED)).values()));
    drawn = now;
    return now.vectors();
  }
}
