package dev.kindred.embedding;

import java.util.Optional;

/**
 * What is to be known of a model before it runs.
 *
 * @param name the folder's name, which selects the model
 * @param licence SPDX name of the weights' licence, or "unknown"
 * @param dimension values in an embedding
 * @param maxTokens tokens it reads of a text, special tokens included
 * @param queryPrefix put before a text that searches; may be empty
 * @param passagePrefix put before a text that is searched for; may be empty
 * @param band where its cosines mean something in a typical collection; unknown for models that
 *     were not measured
 */
public record ModelCard(
    String name,
    String description,
    String licence,
    String source,
    int dimension,
    int maxTokens,
    Pooling pooling,
    String queryPrefix,
    String passagePrefix,
    Optional<CosineBand> band) {}
