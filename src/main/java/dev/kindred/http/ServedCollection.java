package dev.kindred.http;

import dev.kindred.index.PaperIndex;
import dev.kindred.ingest.EmbeddingProgress;
import dev.kindred.ingest.SearchesFirst;
import dev.kindred.map.MapState;
import dev.kindred.search.SearchEngine;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What a server serves. The server does not own it: close the server first.
 *
 * @param progress how embedding goes at this moment
 * @param searches what gives way to searches, and is told of each
 * @param map what there is of the map at this moment
 * @param store the folder that holds it
 * @param version of the program, for {@code /v1/status}
 */
public record ServedCollection(
    PaperIndex index,
    SearchEngine engine,
    Supplier<EmbeddingProgress> progress,
    SearchesFirst searches,
    Supplier<MapState> map,
    Path store,
    String version) {}
