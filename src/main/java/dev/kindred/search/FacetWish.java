package dev.kindred.search;

import dev.kindred.index.FacetField;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.List;

/**
 * By what the papers of a list are to be counted.
 *
 * @param fields each once
 * @param limit how many values of a field, 1 to {@link #MAX_LIMIT}
 */
public record FacetWish(List<FacetField> fields, int limit) {
  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 10;

  /** Each costs a pass over the papers. */
  public static final int MAX_FIELDS = 10;

  public static final FacetWish NONE = new FacetWish(List.of(), DEFAULT_LIMIT);

  public FacetWish {
    fields = fields.stream().distinct().toList();
    if (fields.size() > MAX_FIELDS) {
      throw new InvalidRequest(
          "facets has %d fields; at most %d are allowed".formatted(fields.size(), MAX_FIELDS));
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidRequest("facet_limit is %d; it must be 1 to %d".formatted(limit, MAX_LIMIT));
    }
  }
}
