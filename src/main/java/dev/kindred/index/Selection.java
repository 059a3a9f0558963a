package dev.kindred.index;

import dev.kindred.paper.PaperId;
import java.util.Collection;

/** Which papers are counted. */
public sealed interface Selection {
  /** All that a filter leaves. */
  record Filtered(Filter filter) implements Selection {}

  /** All that hold one of the words, and that a filter leaves. */
  record Matching(Words words, Filter filter) implements Selection {}

  /** Just these. */
  record Listed(Collection<PaperId> ids) implements Selection {}
}
