package dev.kindred.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentInfos;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out merges of so many papers that a graph would be built while papers come in bulk: the
 * next merge would build it again, and the one that puts all in order needs none of them. Segments
 * without a graph are scanned until then. Thread-safe.
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
        .filter(merge -> papers(merge) < WriterConfig.GRAPH_FROM)
        .forEach(small::add);
    return small.merges.isEmpty() ? null : small;
  }

  private static int papers(OneMerge merge) {
    return merge.segments.stream()
        .mapToInt(segment -> segment.info.maxDoc() - segment.getDelCount())
        .sum();
  }
}
