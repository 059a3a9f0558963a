package dev.kindred.map;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.IndexView;
import dev.kindred.paper.PaperId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far a collection has gone on since its map was made. */
final class MapAge {
  private static final double TOO_MUCH = .1;
  private static final int AT_ONCE = 1_000;

  private final IndexView view;
  private final Set<PaperId> there;

  /** Looks at all embedded papers, as far as a map holds them. */
  MapAge(IndexView view) {
    this.view = view;
    this.there = new HashSet<>(view.sample(MapMaking.MOST_PAPERS, MapMaking.SEED));
  }

  Set<PaperId> there() {
    return there;
  }

  /** Whether a tenth of the papers came, went, or have another vector now. */
  boolean isTooOld(CollectionMap map) {
    CollectionMap left = map.only(there);
    double limit = TOO_MUCH * map.points().size();
    int gone = map.points().size() - left.points().size();
    int came = there.size() - left.points().size();
    return gone + came >= limit || gone + came + moved(left) >= limit;
  }

  private int moved(CollectionMap map) {
    int moved = 0;
    for (int from = 0; from < map.points().size(); from += AT_ONCE) {
      List<MapPoint> part =
          map.points().subList(from, Math.min(map.points().size(), from + AT_ONCE));
      Map<PaperId, Embedding> vectors = view.vectors(part.stream().map(MapPoint::id).toList());
      for (MapPoint point : part) {
        Embedding vector = vectors.get(point.id());
        moved += vector != null && vector.hashCode() == point.vectorHash() ? 0 : 1;
      }
    }
    return moved;
  }
}
