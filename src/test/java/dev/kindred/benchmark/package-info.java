/** Measurements that are started by hand, of what judgements say and of what an import leaves. */
@NullMarked
package dev.kindred.benchmark;

import org.jspecify.annotations.NullMarked;
