package dev.kindred.index;

import dev.kindred.paper.Paper;

/** A paper as the index holds it. */
public record IndexedPaper(Paper paper, EmbeddingState state) {}
