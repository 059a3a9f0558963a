package dev.kindred.map;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.IndexView;
import dev.kindred.paper.PaperId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a collection has gone on since a map of it was made. The papers that a map made now would
 * be of are drawn as those of the map were; of a collection that is too large for one, a paper may
 * have lost to others and be there all the same.
 */
final class MapAge {
  private static final double TOO_MUCH = .1;
  private static final int AT_ONCE = 1_000;

  private final IndexView view;
  private final CollectionMap map;
  private final CollectionMap left;
  private final int came;

  MapAge(IndexView view, CollectionMap map) {
    this(view, map, MapMaking.MOST_PAPERS);
  }

  /** Looks at all embedded papers, as far as a map of so many holds them. */
  MapAge(IndexView view, CollectionMap map, int mostPapers) {
    this.view = view;
    this.map = map;
    Set<PaperId> drawn = new HashSet<>(view.sample(mostPapers, MapMaking.SEED));
    List<PaperId> points = map.points().stream().map(MapPoint::id).toList();
    List<PaperId> others = points.stream().filter(id -> !drawn.contains(id)).toList();
    this.came = drawn.size() - (points.size() - others.size());
    drawn.addAll(embedded(others));
    this.left = map.only(drawn);
  }

  /** The map without the papers that are gone, or wait to be embedded again. */
  CollectionMap left() {
    return left;
  }

  /** Whether a tenth of the papers came, went, or have another vector now. */
  boolean isTooOld() {
    double limit = TOO_MUCH * map.points().size();
    int gone = map.points().size() - left.points().size();
    return gone + came >= limit || gone + came + moved() >= limit;
  }

  private Set<PaperId> embedded(List<PaperId> ids) {
    Set<PaperId> embedded = new HashSet<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<PaperId> part = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      embedded.addAll(view.vectors(part).keySet());
    }
    return embedded;
  }

  private int moved() {
    int moved = 0;
    List<MapPoint> points = left.points();
    for (int from = 0; from < points.size(); from += AT_ONCE) {
      List<MapPoint> part = points.subList(from, Math.min(points.size(), from + AT_ONCE));
      Map<PaperId, Embedding> vectors = view.vectors(part.stream().map(MapPoint::id).toList());
      for (MapPoint point : part) {
        Embedding vector = vectors.get(point.id());
        moved += vector != null && vector.hashCode() == point.vectorHash() ? 0 : 1;
      }
    }
    return moved;
  }
}
