package dev.kindred.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out merges that would build a graph for nothing while papers come in bulk. The graph of
 * the one segment that all become in the end begins with the largest that is there, and what is in
 * others is built again; so a graph must be twice as large as any other to be worth it. Segments
 * without one are scanned until then. Thread-safe.
 */
final class GraphMerges extends FilterMergePolicy {
  private volatile boolean bulk;

  GraphMerges(MergePolicy policy) {
    super(policy);
  }

  /** Whether papers come in bulk from now on. */
  void setBulk(boolean bulk) {
    this.bulk = bulk;
  }

  @Override
  public @Nullable MergeSpecification findMerges(
      MergeTrigger trigger, SegmentInfos segments, MergeContext context) throws IOException {
    @Nullable MergeSpecification found = super.findMerges(trigger, segments, context);
    if (found == null || !bulk) {
      return found;
    }
    MergeSpecification small = new MergeSpecification();
    found.merges.stream()
        .filter(merge -> isWorthIt(merge, segments, context.getMergingSegments().isEmpty()))
        .forEach(small::add);
    return small.merges.isEmpty() ? null : small;
  }

  private static boolean isWorthIt(OneMerge merge, SegmentInfos segments, boolean isAlone) {
    int papers = merge.segments.stream().mapToInt(GraphMerges::papers).sum();
    int largestOther =
        segments.asList().stream()
            .filter(segment -> !merge.segments.contains(segment))
            .mapToInt(GraphMerges::papers)
            .max()
            .orElse(0);
    return isWorthIt(papers, largestOther, isAlone);
  }

  /**
   * @param papers in the merged segment
   * @param isAlone whether nothing else is being merged, which could be as large
   */
  static boolean isWorthIt(int papers, int largestOther, boolean isAlone) {
    return papers < WriterConfig.GRAPH_FROM || (isAlone && papers >= 2 * largestOther);
  }

  private static int papers(SegmentCommitInfo segment) {
    return segment.info.maxDoc() - segment.getDelCount();
  }
}
