package dev.kindred.search.recommendation;

import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Papers that are connected by pairs: each is the same as some other of the group, and not
 * necessarily as all.
 *
 * @param papers two or more, in the order of ids
 * @param similarity of the pair that is least similar
 */
public record DuplicateGroup(List<Paper> papers, double similarity) {
  private static final Comparator<DuplicateGroup> LARGEST_FIRST =
      Comparator.comparingInt((DuplicateGroup group) -> group.papers().size())
          .thenComparingDouble(DuplicateGroup::similarity)
          .reversed()
          .thenComparing(group -> group.papers().getFirst().id());

  public DuplicateGroup {
    papers = List.copyOf(papers);
  }

  /** The groups that pairs make, the largest first, then the most similar. */
  public static List<DuplicateGroup> of(Collection<DuplicatePair> pairs) {
    Map<PaperId, PaperId> parents = new TreeMap<>();
    Map<PaperId, Paper> papers = new TreeMap<>();
    for (DuplicatePair pair : pairs) {
      papers.put(pair.first().id(), pair.first());
      papers.put(pair.second().id(), pair.second());
      parents.put(root(pair.first().id(), parents), root(pair.second().id(), parents));
    }
    Map<PaperId, List<Paper>> members = new TreeMap<>();
    papers.forEach((id, paper) ->
        members.computeIfAbsent(root(id, parents), _ -> new ArrayList<>()).add(paper));
    Map<PaperId, Double> least = new TreeMap<>();
    pairs.forEach(
        pair -> least.merge(root(pair.first().id(), parents), pair.similarity(), Math::min));
    return members.entrySet().stream()
        .map(group -> new DuplicateGroup(group.getValue(), least.getOrDefault(group.getKey(), 1.0)))
        .sorted(LARGEST_FIRST)
        .toList();
  }

  private static PaperId root(PaperId id, Map<PaperId, PaperId> parents) {
    PaperId root = id;
    for (PaperId next = parents.get(root); next != null && !next.equals(root); ) {
      root = next;
      next = parents.get(root);
    }
    return root;
  }
}
