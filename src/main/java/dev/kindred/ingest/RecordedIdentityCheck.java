package dev.kindred.ingest;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.PassageText;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.UnusableStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a model that runs in another way than it did (another version of the runtime, another
 * kind of processor) still makes the vectors that an index holds. It embeds some of the index's
 * papers again and looks how far the vectors are apart.
 */
public final class RecordedIdentityCheck {
  static final int PAPERS = 20;
  static final double MIN_COSINE = .995;
  private static final long SEED = 1;
  private static final Logger log = LoggerFactory.getLogger(RecordedIdentityCheck.class);

  private RecordedIdentityCheck() {}

  /**
   * Accepts the embedder's way of running for this index, if there is a difference at all.
   *
   * @throws UnusableStore with the numbers and what mends it, if a vector is too far from the one
   *     that is stored
   */
  public static void check(PaperIndex index, Embedder embedder) {
    ModelIdentity.Recorded before = index.identity().recorded();
    ModelIdentity.Recorded now = embedder.identity().recorded();
    if (now.equals(before)) {
      return;
    }
    double cosine = lowestCosine(index, embedder);
    if (cosine < MIN_COSINE) {
      throw new UnusableStore(
          String.format(
              Locale.ROOT,
              "the store's vectors were made by %s on %s; %s on %s makes others: of %d papers embedded"
                  + " again, one has a cosine of %.4f to its stored vector, and %.3f is needed."
                  + " kindred reembed makes the vectors anew",
              before.runtime(),
              before.processor(),
              now.runtime(),
              now.processor(),
              PAPERS,
              cosine,
              MIN_COSINE));
    }
    log.warn("The model runs in another way: {}, before {}; vectors agree", now, before);
    index.accept(now);
  }

  private static double lowestCosine(PaperIndex index, Embedder embedder) {
    try (IndexView view = index.view()) {
      List<PaperId> sample = view.sample(PAPERS, SEED);
      Map<PaperId, Embedding> stored = view.vectors(sample);
      double lowest = 1;
      for (Map.Entry<PaperId, Paper> paper : view.get(sample).entrySet()) {
        Embedding before = stored.get(paper.getKey());
        if (before != null) {
          Embedding now = embedder.passage(PassageText.of(paper.getValue())).embedding();
          lowest = Math.min(lowest, before.cosine(now));
        }
      }
      return lowest;
    }
  }
}
