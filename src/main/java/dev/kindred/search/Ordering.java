package dev.kindred.search;

import dev.kindred.index.Hit;
import dev.kindred.index.IndexView;
import dev.kindred.index.Order;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.PublicationDate;
import dev.kindred.search.recommendation.Folded;
import dev.kindred.search.recommendation.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Brings hits into the order that is wanted of a list. */
final class Ordering {
  private final IndexView view;
  private final ListShape shape;

  Ordering(IndexView view, ListShape shape) {
    this.view = view;
    this.shape = shape;
  }

  /** From the order of relevance. */
  List<JudgedHit> of(List<JudgedHit> hits) {
    List<JudgedHit> folded = shape.isFolded() ? folded(hits) : hits;
    return shape
        .byDate()
        .map(order -> byDate(folded, order))
        .orElseGet(() -> shape.diversity().share() > 0 ? diversified(folded) : folded);
  }

  private List<JudgedHit> folded(List<JudgedHit> hits) {
    Map<PaperId, JudgedHit> byId = byId(hits);
    List<JudgedHit> left = new ArrayList<>();
    for (Folded folded : Folding.fold(scored(hits), view.vectors(byId.keySet()), view)) {
      left.add(known(folded.hit(), byId).with(folded.also()));
    }
    return left;
  }

  /** What stands above the rest keeps its place. */
  private List<JudgedHit> diversified(List<JudgedHit> hits) {
    List<JudgedHit> ordered = new ArrayList<>(hits.stream().filter(JudgedHit::isKept).toList());
    List<JudgedHit> others = hits.stream().filter(hit -> !hit.isKept()).toList();
    Map<PaperId, JudgedHit> byId = byId(others);
    shape
        .diversity()
        .order(scored(others), view.vectors(byId.keySet()))
        .forEach(hit -> ordered.add(known(hit, byId).withScore(hit.score())));
    return ordered;
  }

  private static List<Hit> scored(List<JudgedHit> hits) {
    return hits.stream().map(JudgedHit::asHit).toList();
  }

  private static Map<PaperId, JudgedHit> byId(List<JudgedHit> hits) {
    Map<PaperId, JudgedHit> byId = new HashMap<>();
    hits.forEach(hit -> byId.put(hit.id(), hit));
    return byId;
  }

  private static JudgedHit known(Hit hit, Map<PaperId, JudgedHit> byId) {
    return Objects.requireNonNull(byId.get(hit.id()));
  }

  /** Papers without a date come last, ties by relevance. */
  private List<JudgedHit> byDate(List<JudgedHit> hits, Order order) {
    Map<PaperId, PublicationDate> dates = view.published(hits.stream().map(JudgedHit::id).toList());
    Comparator<PublicationDate> byFirstDay = Comparator.comparing(PublicationDate::first);
    Comparator<PublicationDate> direction =
        switch (order) {
          case NEWEST_FIRST -> byFirstDay.reversed();
          case OLDEST_FIRST -> byFirstDay;
        };
    return hits.stream()
        .sorted(
            Comparator.comparing(
                (JudgedHit hit) -> dates.get(hit.id()), Comparator.nullsLast(direction)))
        .toList();
  }
}
