package dev.kindred.evaluation;

import dev.kindred.paper.Paper;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Papers, and queries of which it is known what answers them.
 *
 * @param name what the collection is called in reports
 * @param split which of a collection's sets of judgements this is, if it has several
 * @param papers with ids that differ
 * @param remarks only those that count something
 */
public record JudgedCollection(
    String name,
    Optional<String> split,
    List<Paper> papers,
    List<JudgedQuery> queries,
    Map<Remark, Integer> remarks) {
  public JudgedCollection {
    papers = List.copyOf(papers);
    queries = List.copyOf(queries);
    remarks = counting(remarks);
  }

  /** In the order in which they are told, without those that count nothing. */
  static Map<Remark, Integer> counting(Map<Remark, Integer> remarks) {
    Map<Remark, Integer> counting = new EnumMap<>(Remark.class);
    remarks.forEach((remark, count) -> {
      if (count > 0) {
        counting.put(remark, count);
      }
    });
    return Collections.unmodifiableMap(counting);
  }
}
