/**
 * The collection's index in a folder of this machine, on Apache Lucene: words by BM25, vectors by
 * HNSW, writes by group commit. Uses {@code index}, {@code embedding} (types) and {@code paper}.
 */
@NullMarked
package dev.kindred.index.lucene;

import org.jspecify.annotations.NullMarked;
