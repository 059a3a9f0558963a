package dev.kindred.benchmark;

import dev.kindred.evaluation.JudgedQuery;
import java.util.List;

/**
 * Queries of one kind.
 *
 * @param judged whether somebody judged which papers answer them
 */
record QuerySet(String name, boolean judged, List<JudgedQuery> queries) {}
