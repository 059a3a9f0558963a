package dev.kindred.search;

import dev.kindred.index.IndexView;
import dev.kindred.index.Order;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.PublicationDate;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    return shape.byDate().map(order -> byDate(hits, order)).orElse(hits);
  }

  /** Papers without a date come last, ties by relevance. */
  private List<JudgedHit> byDate(List<JudgedHit> hits, Order order) {
    Map<PaperId, LocalDate> days = days(hits);
    Comparator<LocalDate> direction =
        switch (order) {
          case NEWEST_FIRST -> Comparator.reverseOrder();
          case OLDEST_FIRST -> Comparator.naturalOrder();
        };
    return hits.stream()
        .sorted(
            Comparator.comparing(
                (JudgedHit hit) -> days.get(hit.hit().id()), Comparator.nullsLast(direction)))
        .toList();
  }

  private Map<PaperId, LocalDate> days(List<JudgedHit> hits) {
    Map<PaperId, LocalDate> days = new HashMap<>();
    for (Paper paper : view.get(hits.stream().map(hit -> hit.hit().id()).toList()).values()) {
      paper.published().map(PublicationDate::first).ifPresent(day -> days.put(paper.id(), day));
    }
    return days;
  }
}
