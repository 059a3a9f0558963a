package dev.kindred.embedding;

/**
 * A text's embedding, and how much of the text went into it.
 *
 * @param tokens the tokens the model read, prefix and special tokens included
 * @param truncated whether the text had more tokens than the model reads, so that its end was cut
 */
public record EmbeddedText(Embedding embedding, int tokens, boolean truncated) {}
