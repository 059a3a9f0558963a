package dev.kindred.embedding;

/**
 * What is to be known of a model before it runs.
 *
 * @param name the folder's name, which selects the model
 * @param licence SPDX name of the weights' licence, or "unknown"
 * @param dimension values in an embedding
 * @param maxTokens tokens it reads of a text, special tokens included
 * @param queryPrefix put before a text that searches; may be empty
 * @param passagePrefix put before a text that is searched for; may be empty
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
    String passagePrefix) {}
