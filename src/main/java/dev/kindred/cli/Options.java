package dev.kindred.cli;

import dev.kindred.http.access.AccessRules;
import dev.kindred.http.access.AllowedOrigins;
import dev.kindred.index.lucene.VectorStorage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of one command, checked.
 *
 * @param data the folder of the store
 * @param host the address a server listens at
 * @param port the port it listens at; 0 is any free one
 * @param cors whose pages may read the API of a server
 * @param access who may do what at a server without a key, and how often
 * @param slowQuery from when on a search is slow, so that the log is told; zero for never
 * @param adminKeyFile a file that holds a key with all rights
 * @param firstKey whether a server that has no keys makes one and says it
 * @param key what to show to a server that is asked
 * @param model the name of the model, if one was chosen
 * @param models the folder of the models
 * @param server the server to ask instead of the one that serves the data folder; without a slash
 *     at its end
 * @param cache the folder where embeddings are kept between evaluations
 * @param sentenceVectors whether a server embeds sentences when it is idle
 * @param vectors what is kept of vectors
 */
public record Options(
    Path data,
    String host,
    int port,
    AllowedOrigins cors,
    AccessRules access,
    Duration slowQuery,
    Optional<Path> adminKeyFile,
    boolean firstKey,
    Optional<String> key,
    Optional<String> model,
    Path models,
    Optional<URI> server,
    Path cache,
    boolean sentenceVectors,
    VectorStorage vectors) {}
