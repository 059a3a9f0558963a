package dev.kindred.http.metrics;

import dev.kindred.http.activity.Activity;
import dev.kindred.index.PaperIndex;
import dev.kindred.ingest.EmbeddingProgress;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What numbers are told of.
 *
 * @param progress how embedding goes at this moment
 * @param store the folder that holds the index
 * @param version of the program
 * @param waiting how many searches wait to be let in, roughly
 * @param ready whether the first search has been answered
 */
public record Watched(
    PaperIndex index,
    Supplier<EmbeddingProgress> progress,
    Path store,
    String version,
    Activity activity,
    IntSupplier waiting,
    BooleanSupplier ready) {}
