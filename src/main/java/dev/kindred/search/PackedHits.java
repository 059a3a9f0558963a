package dev.kindred.search;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import dev.kindred.search.ranking.Fused;
import dev.kindred.search.ranking.LegScore;
import dev.kindred.search.ranking.RankedHit;
import dev.kindred.search.ranking.Tier;
import dev.kindred.search.recommendation.NearDuplicate;
import dev.kindred.search.relevance.Relevance;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;

/**
 * The hits of a list that is kept, in five arrays: as objects, some ten thousand a list, they made
 * every collection of garbage stop all searches for 40 ms. Immutable.
 */
final class PackedHits extends AbstractList<JudgedHit> implements RandomAccess {
  private static final int NUMBERS = 6;
  private static final int RANKS = 2;
  private static final int NO_RANK = 0;

  private final byte[] ids;
  private final int[] ends;
  private final Tier[] tiers;

  /**
   * Of each hit: score, relevance, both parts of the fused score, cosine and BM25 or not a number.
   */
  private final double[] numbers;

  /** Of each hit: the rank by meaning and by words, or none. */
  private final int[] ranks;

  private final Map<Integer, List<NearDuplicate>> also = new HashMap<>();

  PackedHits(List<JudgedHit> hits) {
    ids = bytes(hits);
    ends = new int[hits.size()];
    tiers = new Tier[hits.size()];
    numbers = new double[NUMBERS * hits.size()];
    ranks = new int[RANKS * hits.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      JudgedHit hit = hits.get(i);
      end += hit.id().value().getBytes(StandardCharsets.UTF_8).length;
      ends[i] = end;
      pack(i, hit);
    }
  }

  private static byte[] bytes(List<JudgedHit> hits) {
    StringBuilder text = new StringBuilder();
    hits.forEach(hit -> text.append(hit.id().value()));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void pack(int i, JudgedHit hit) {
    RankedHit ranked = hit.hit();
    tiers[i] = ranked.tier();
    int at = NUMBERS * i;
    numbers[at] = hit.score();
    numbers[at + 1] = hit.relevance().value();
    numbers[at + 2] = ranked.fused().meaning();
    numbers[at + 3] = ranked.fused().words();
    numbers[at + 4] = ranked.meaning().map(LegScore::value).orElse(Double.NaN);
    numbers[at + 5] = ranked.words().map(LegScore::value).orElse(Double.NaN);
    ranks[RANKS * i] = rank(ranked.meaning());
    ranks[RANKS * i + 1] = rank(ranked.words());
    if (!hit.also().isEmpty()) {
      also.put(i, hit.also());
    }
  }

  private static int rank(Optional<LegScore> score) {
    return score.map(LegScore::rank).orElse(OptionalInt.empty()).orElse(NO_RANK);
  }

  @Override
  public JudgedHit get(int i) {
    int at = NUMBERS * i;
    RankedHit ranked =
        new RankedHit(
            id(i),
            tiers[i],
            leg(ranks[RANKS * i], numbers[at + 4]),
            leg(ranks[RANKS * i + 1], numbers[at + 5]),
            new Fused(numbers[at + 2], numbers[at + 3]));
    return new JudgedHit(
        ranked, new Relevance(numbers[at + 1]), numbers[at], also.getOrDefault(i, List.of()));
  }

  private PaperId id(int i) {
    int start = i == 0 ? 0 : ends[i - 1];
    return new PaperId(new String(ids, start, ends[i] - start, StandardCharsets.UTF_8));
  }

  private static Optional<LegScore> leg(int rank, double value) {
    OptionalInt known = rank == NO_RANK ? OptionalInt.empty() : OptionalInt.of(rank);
    return Double.isNaN(value) ? Optional.empty() : Optional.of(new LegScore(known, value));
  }

  /** The same, of which only id and score are unpacked. */
  List<Hit> asHits() {
    return new AbstractList<>() {
      @Override
      public Hit get(int i) {
        return new Hit(id(i), numbers[NUMBERS * i]);
      }

      @Override
      public int size() {
        return ends.length;
      }
    };
  }

  /** Roughly the room of the near-duplicates that hits stand for. */
  long alsoBytes() {
    return also.values().stream().mapToLong(NearDuplicate::bytes).sum();
  }

  @Override
  public int size() {
    return ends.length;
  }
}
