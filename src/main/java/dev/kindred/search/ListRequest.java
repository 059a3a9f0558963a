package dev.kindred.search;

/** What a list of papers can be made for. Compares by value: equal ones have equal lists. */
public sealed interface ListRequest
    permits SearchQuery, SimilarQuery, RecommendationQuery, Browsing {}
