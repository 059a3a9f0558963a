package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.TopDocs;

/**
 * Searches the graph of an index, ever wider, for what is near to some of its papers, or would be
 * if they said something else: their vectors with noise, for a graph leads to its own papers more
 * easily than to where a new text lies. What a very wide search finds is taken for the truth; it
 * takes a hundredth of the time of looking at a million vectors. Used once, by one thread.
 */
final class BreadthTrial {
  private static final int PAPERS = 300;
  private static final long SEED = 1;
  private static final int NEIGHBOURS = 10;

  /**
   * Its length, of vectors whose length is 1. With this much, abstracts that are in the index are
   * as hard to search for as those that are not, or a little harder.
   */
  private static final double NOISE = .5;

  private static final int WIDEST = 2_000;
  private static final List<Integer> TRIED =
      List.of(20, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300, 400, 500, 700, 1_000);

  private final Snapshot snapshot;
  private final List<Query> queries = new ArrayList<>();

  /** What is asked for by the noisy vector of a paper, which does not count itself. */
  private record Query(int doc, Embedding vector, Set<Integer> nearest) {}

  /** Measured, or made up. */
  interface Recall {
    double at(int breadth) throws IOException;
  }

  BreadthTrial(Snapshot snapshot) throws IOException {
    this.snapshot = snapshot;
    SplittableRandom random = new SplittableRandom(SEED);
    List<PaperId> drawn = new Sample(SEED, PAPERS).drawnFrom(snapshot.searcher());
    for (Documents.Found paper : new Documents(snapshot).located(drawn)) {
      Embedding vector = VectorReading.vector(snapshot, paper.doc()).orElseThrow();
      Embedding asked = noisy(vector, random);
      queries.add(new Query(paper.doc(), asked, nearest(paper.doc(), asked, WIDEST)));
    }
  }

  private static Embedding noisy(Embedding vector, SplittableRandom random) {
    float[] values = vector.toArray();
    double scale = NOISE / Math.sqrt(values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (scale * random.nextGaussian());
    }
    return Embedding.normalised(values);
  }

  /**
   * The least breadth that finds enough. A quarter of what may be missed is left for chance.
   *
   * @param recall at a breadth, measured
   */
  static int least(double wanted, Recall recall) throws IOException {
    double enough = wanted + (1 - wanted) / 4;
    for (int breadth : TRIED) {
      if (recall.at(breadth) >= enough) {
        return breadth;
      }
    }
    return TRIED.getLast();
  }

  /** What share of the neighbours a search of some breadth finds. */
  double recall(int breadth) throws IOException {
    long found = 0;
    long all = 0;
    for (Query query : queries) {
      Set<Integer> hits = nearest(query.doc, query.vector, breadth);
      hits.retainAll(query.nearest);
      found += hits.size();
      all += query.nearest.size();
    }
    return (double) found / all;
  }

  /** The paper that a query was made of is left out: what is asked in earnest is not in there. */
  private Set<Integer> nearest(int doc, Embedding vector, int breadth) throws IOException {
    KnnFloatVectorQuery graph = new KnnFloatVectorQuery(Fields.VECTOR, vector.toArray(), breadth);
    TopDocs found = snapshot.searcher().search(graph, NEIGHBOURS + 1);
    return Arrays.stream(found.scoreDocs)
        .map(hit -> hit.doc)
        .filter(hit -> hit != doc)
        .limit(NEIGHBOURS)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
