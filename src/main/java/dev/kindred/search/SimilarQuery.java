package dev.kindred.search;

import dev.kindred.index.Filter;
import dev.kindred.paper.PaperId;
import dev.kindred.search.recommendation.Diversity;

/** Papers like a paper, without itself. */
public record SimilarQuery(PaperId id, Filter filter, Diversity diversity) implements ListRequest {}
