/** Measurements that are started by hand: relevance against judgements, and later speed. */
@NullMarked
package dev.kindred.benchmark;

import org.jspecify.annotations.NullMarked;
