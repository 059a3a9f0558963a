package dev.kindred.search.recommendation;

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
public record DuplicateGroup(List<PaperId> papers, double similarity) {
  private static final Comparator<DuplicateGroup> LARGEST_FIRST =
      Comparator.comparingInt((DuplicateGroup group) -> group.papers().size())
          .thenComparingDouble(DuplicateGroup::similarity)
          .reversed()
          .thenComparing(group -> group.papers().getFirst());

  /** What of a pair makes groups. */
  public record Link(PaperId first, PaperId second, double similarity) {}

  public DuplicateGroup {
    papers = List.copyOf(papers);
  }

  /** The groups that pairs make, the largest first, then the most similar. */
  public static List<DuplicateGroup> of(Collection<Link> links) {
    Map<PaperId, PaperId> parents = new TreeMap<>();
    for (Link link : links) {
      parents.putIfAbsent(link.first(), link.first());
      parents.putIfAbsent(link.second(), link.second());
      parents.put(root(link.first(), parents), root(link.second(), parents));
    }
    Map<PaperId, List<PaperId>> members = new TreeMap<>();
    for (PaperId id : parents.keySet()) {
      members.computeIfAbsent(root(id, parents), _ -> new ArrayList<>()).add(id);
    }
    Map<PaperId, Double> least = new TreeMap<>();
    links.forEach(link -> least.merge(root(link.first(), parents), link.similarity(), Math::min));
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
