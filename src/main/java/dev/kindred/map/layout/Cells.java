package dev.kindred.map.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleConsumer;

/**
 * Finds the nearest of some vectors by looking into the cells of k-means that are nearest only.
 * Nine of ten neighbours are found, for a tenth of what looking at all costs.
 */
public final class Cells {
  private static final int ROUNDS = 5;
  private static final int LOOKED_INTO = 8;
  private static final int ROWS_A_STEP = 256;

  private record Cell(List<Integer> members, CosineBlock vectors) {}

  private final Rows centres;
  private final List<Cell> cells = new ArrayList<>();

  private Cells(Rows centres) {
    this.centres = centres;
  }

  /**
   * As many cells as vectors in each, about.
   *
   * @param progress is told the share that is done, often; what it throws ends this
   */
  public static Cells of(Rows rows, long seed, DoubleConsumer progress) {
    int count = (int) Math.max(1, Math.round(Math.sqrt(rows.size())));
    int dimension = rows.dimension();
    float[] first = new float[count * dimension];
    int[] drawn = new Random(seed).ints(0, rows.size()).distinct().limit(count).toArray();
    for (int i = 0; i < first.length; i++) {
      first[i] = rows.at(drawn[i / dimension], i % dimension);
    }
    Rows centres = new Rows(first, dimension);
    for (int round = 0; round < ROUNDS; round++) {
      int done = round;
      DoubleConsumer part = share -> progress.accept((done + share) / (ROUNDS + 1));
      centres = means(rows, centres, nearest(rows, centres, part));
    }
    Cells cells = new Cells(centres);
    cells.fill(
        rows, nearest(rows, centres, share -> progress.accept((ROUNDS + share) / (ROUNDS + 1))));
    return cells;
  }

  private static int[] nearest(Rows rows, Rows centres, DoubleConsumer progress) {
    CosineBlock block = CosineBlock.of(centres);
    float[] cosines = new float[block.size()];
    int[] nearest = new int[rows.size()];
    for (int i = 0; i < nearest.length; i++) {
      tell(progress, i, nearest.length);
      block.cosines(rows, i, cosines);
      for (int j = 1; j < cosines.length; j++) {
        if (cosines[j] > cosines[nearest[i]]) {
          nearest[i] = j;
        }
      }
    }
    return nearest;
  }

  private static void tell(DoubleConsumer progress, int done, int all) {
    if (done % ROWS_A_STEP == 0) {
      progress.accept((double) done / all);
    }
  }

  /** A centre that is nearest to none stays. */
  private static Rows means(Rows rows, Rows centres, int[] nearest) {
    int dimension = rows.dimension();
    float[] sums = new float[centres.size() * dimension];
    for (int i = 0; i < nearest.length; i++) {
      for (int d = 0; d < dimension; d++) {
        sums[nearest[i] * dimension + d] += rows.at(i, d);
      }
    }
    Rows sum = new Rows(sums, dimension);
    for (int c = 0; c < centres.size(); c++) {
      double length = Math.sqrt(sum.cosine(c, sum, c));
      for (int d = 0; d < dimension; d++) {
        sums[c * dimension + d] = length > 0 ? (float) (sum.at(c, d) / length) : centres.at(c, d);
      }
    }
    return sum;
  }

  private void fill(Rows rows, int[] nearest) {
    List<List<Integer>> members = lists(centres.size());
    for (int i = 0; i < nearest.length; i++) {
      members.get(nearest[i]).add(i);
    }
    for (List<Integer> cell : members) {
      int[] places = cell.stream().mapToInt(Integer::intValue).toArray();
      cells.add(new Cell(cell, CosineBlock.of(rows, places)));
    }
  }

  private static List<List<Integer>> lists(int count) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  /**
   * The nearest of these vectors to others.
   *
   * @param areThese whether the others are the same vectors; then none is its own neighbour
   */
  public Neighbours nearest(Rows others, int count, boolean areThese, DoubleConsumer progress) {
    Neighbours found = new Neighbours(others.size(), count);
    List<List<Integer>> visitors = visitors(others);
    for (int c = 0; c < cells.size(); c++) {
      progress.accept((double) c / cells.size());
      look(cells.get(c), others, visitors.get(c), areThese, found);
    }
    return found;
  }

  /** Who looks into which cell. */
  private List<List<Integer>> visitors(Rows others) {
    Neighbours nearest = new Neighbours(others.size(), Math.min(LOOKED_INTO, centres.size()));
    CosineBlock block = CosineBlock.of(centres);
    float[] cosines = new float[block.size()];
    List<List<Integer>> visitors = lists(centres.size());
    for (int i = 0; i < others.size(); i++) {
      block.cosines(others, i, cosines);
      for (int c = 0; c < cosines.length; c++) {
        nearest.offer(i, c, cosines[c]);
      }
      for (int rank = 0; rank < nearest.count(i); rank++) {
        visitors.get(nearest.place(i, rank)).add(i);
      }
    }
    return visitors;
  }

  private static void look(
      Cell cell, Rows others, List<Integer> visitors, boolean areThese, Neighbours found) {
    float[] cosines = new float[cell.vectors().size()];
    int[] members = cell.members().stream().mapToInt(Integer::intValue).toArray();
    for (int visitor : visitors) {
      cell.vectors().cosines(others, visitor, cosines);
      for (int j = 0; j < members.length; j++) {
        if (!areThese || members[j] != visitor) {
          found.offer(visitor, members[j], cosines[j]);
        }
      }
    }
  }
}
