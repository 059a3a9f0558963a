package dev.kindred.map;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Filter;
import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.map.MapState.Progress;
import dev.kindred.map.MapState.Stage;
import dev.kindred.map.layout.Cells;
import dev.kindred.map.layout.Layout;
import dev.kindred.map.layout.Neighbours;
import dev.kindred.map.layout.Placement;
import dev.kindred.map.layout.Plane;
import dev.kindred.map.layout.Rows;
import dev.kindred.map.layout.Trustworthiness;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.PublicationDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the map of one view: up to 20,000 papers are laid out by their nearest, those beyond are
 * placed by their nearest of these. The same papers give the same map.
 */
final class MapMaking {
  /** More would be no map to look at. */
  static final int MOST_PAPERS = 200_000;

  static final int FEWEST_PAPERS = 10;

  /** A lottery of its own. */
  static final long SEED = 15;

  private static final int LANDMARKS = 20_000;
  private static final int NEIGHBOURS = 15;
  private static final int AT_ONCE = 1_000;

  private final IndexView view;
  private final Progress progress;
  private final List<PaperId> ids;
  private final IndexVectors vectors;
  private final int landmarks;

  private MapMaking(IndexView view, int mostLandmarks, Progress progress) {
    this.view = view;
    this.progress = progress;
    this.ids = view.sample(MOST_PAPERS, SEED);
    this.vectors = new IndexVectors(view, ids);
    this.landmarks = Math.min(mostLandmarks, ids.size());
  }

  /**
   * Makes it, while the view is open.
   *
   * @param progress what it throws ends this
   * @throws IllegalArgumentException if there are fewer than ten embedded papers
   */
  static CollectionMap of(IndexView view, Instant now, Progress progress) {
    return of(view, now, LANDMARKS, progress);
  }

  static CollectionMap of(IndexView view, Instant now, int mostLandmarks, Progress progress) {
    MapMaking making = new MapMaking(view, mostLandmarks, progress);
    if (making.ids.size() < FEWEST_PAPERS) {
      throw new IllegalArgumentException(making.ids.size() + " papers are too few");
    }
    Plane plane = making.plane();
    return making.map(plane, now);
  }

  private static int year(@Nullable PublicationDate date) {
    return date == null ? 0 : date.first().getYear();
  }

  private DoubleConsumer at(Stage stage) {
    return share -> progress.at(stage, share);
  }

  private Plane plane() {
    Rows rows = vectors.rows(0, landmarks);
    if (landmarks == ids.size()) {
      return Layout.of(rows, indexed(), SEED, at(Stage.LAYOUT));
    }
    Cells cells = Cells.of(rows, SEED, share -> progress.at(Stage.NEIGHBOURS, share / 2));
    Neighbours neighbours =
        cells.nearest(
            rows, NEIGHBOURS, true, share -> progress.at(Stage.NEIGHBOURS, (1 + share) / 2));
    Plane plane = Layout.of(rows, neighbours, SEED, at(Stage.LAYOUT)).grown(ids.size());
    placeOthers(plane, cells);
    return plane;
  }

  /** The index knows the neighbours of all papers; it does not know those among some. */
  private Neighbours indexed() {
    Map<PaperId, Integer> places = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      places.put(ids.get(i), i);
    }
    int count = Math.min(NEIGHBOURS, ids.size() - 1);
    Neighbours neighbours = new Neighbours(ids.size(), count);
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<PaperId> part = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      Map<PaperId, Embedding> queries = view.vectors(part);
      for (PaperId id : part) {
        int place = Objects.requireNonNull(places.get(id));
        progress.at(Stage.NEIGHBOURS, (double) place / ids.size());
        Embedding query = Objects.requireNonNull(queries.get(id));
        for (Hit hit : view.nearest(query, count + 1, Filter.NONE)) {
          Integer neighbour = places.get(hit.id());
          if (neighbour != null && neighbour != place) {
            neighbours.offer(place, neighbour, (float) hit.score());
          }
        }
      }
    }
    return neighbours;
  }

  private void placeOthers(Plane plane, Cells cells) {
    for (int from = landmarks; from < ids.size(); from += AT_ONCE) {
      double done = (double) (from - landmarks) / (ids.size() - landmarks);
      Rows others = vectors.rows(from, Math.min(ids.size(), from + AT_ONCE));
      Neighbours nearest =
          cells.nearest(others, Placement.NEIGHBOURS, false, _ -> progress.at(Stage.PLACING, done));
      Placement.place(plane, from, nearest);
    }
  }

  private CollectionMap map(Plane plane, Instant now) {
    Frame frame = Frame.of(plane);
    int[] x = new int[plane.size()];
    int[] y = new int[plane.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = frame.x(plane.x(i));
      y[i] = frame.y(plane.y(i));
    }
    RegionCut cut = RegionCut.of(x, y);
    List<String> names = RegionNames.of(view, ids, cut, at(Stage.REGIONS));
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      RegionCut.Draft draft = cut.drafts().get(i);
      int peak = draft.peak();
      regions.add(
          new Region(
              names.get(i),
              Math.min(frame.width(), Density.x(peak)),
              Math.min(frame.height(), Density.y(peak)),
              draft.parent(),
              draft.points()));
    }
    return new CollectionMap(
        now,
        view.state(),
        trustworthiness(plane),
        frame.width(),
        frame.height(),
        regions,
        points(x, y, cut.ofPoint()));
  }

  private List<MapPoint> points(int[] x, int[] y, List<Integer> regions) {
    List<MapPoint> points = new ArrayList<>(ids.size());
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      progress.at(Stage.MEASURING, 1);
      List<PaperId> part = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      Map<PaperId, Embedding> embeddings = view.vectors(part);
      Map<PaperId, PublicationDate> dates = view.published(part);
      for (PaperId id : part) {
        int i = points.size();
        int hash = Objects.hashCode(embeddings.get(id));
        points.add(new MapPoint(id, x[i], y[i], regions.get(i), year(dates.get(id)), hash));
      }
    }
    return points;
  }

  private double trustworthiness(Plane plane) {
    int k = Math.min(NEIGHBOURS, (ids.size() - 1) / 2);
    return Trustworthiness.measure(vectors, plane, k, SEED, at(Stage.MEASURING));
  }
}
