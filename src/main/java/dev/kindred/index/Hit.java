package dev.kindred.index;

import dev.kindred.paper.PaperId;

/** A paper found, with the score of whatever found it (cosine or BM25; higher is better). */
public record Hit(PaperId id, double score) {}
