package dev.kindred.search;

import dev.kindred.index.Filter;
import dev.kindred.paper.PaperId;

/** Papers near a paper, without itself. */
public record SimilarQuery(PaperId id, Filter filter) implements ListRequest {}
