package dev.kindred.search.relevance;

import dev.kindred.embedding.CosineBand;
import dev.kindred.embedding.ModelIdentity;
import java.time.Instant;

/**
 * What was measured on a collection.
 *
 * @param model what made the vectors it was measured with; says nothing of another's
 */
public record Calibration(ModelIdentity.Compatible model, CosineBand band, Instant measured) {}
