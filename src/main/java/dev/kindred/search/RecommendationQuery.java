package dev.kindred.search;

import dev.kindred.search.recommendation.Recommender.Wish;

/** Papers like some papers or texts, and unlike others. */
public record RecommendationQuery(Wish wish) implements ListRequest {}
