package dev.kindred.search.recommendation;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Candidates found in one way.
 *
 * @param isFull whether more might have been found, had more been asked for
 */
record CandidateSet(Set<PaperId> ids, boolean isFull) {
  static CandidateSet of(List<Hit> hits, int limit) {
    Set<PaperId> ids = new HashSet<>();
    hits.forEach(hit -> ids.add(hit.id()));
    return new CandidateSet(ids, hits.size() >= limit);
  }
}
