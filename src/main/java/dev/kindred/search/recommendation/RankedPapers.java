package dev.kindred.search.recommendation;

import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Map;

/**
 * A whole list, made once for all its pages.
 *
 * @param papers best first
 * @param mayHaveMore whether there may be more papers beyond the depth to which the list is ranked
 * @param known for papers that were not to be recommended, the near-duplicates of them that were
 *     left out as well
 * @param reasons tells of each paper why it is there
 * @param textTruncated whether an example that was embedded for the purpose has more tokens than
 *     the model reads
 */
public record RankedPapers(
    List<RankedPaper> papers,
    boolean mayHaveMore,
    Map<PaperId, List<NearDuplicate>> known,
    Reasons reasons,
    boolean textTruncated) {
  public RankedPapers {
    papers = List.copyOf(papers);
    known = Map.copyOf(known);
  }
}
