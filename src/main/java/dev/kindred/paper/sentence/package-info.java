/**
 * Where the sentences of a scientific text are. Text only: uses nothing, so that whatever asks for
 * sentences, to show them or to embed them ahead, sees the same ones.
 */
@NullMarked
package dev.kindred.paper.sentence;

import org.jspecify.annotations.NullMarked;
