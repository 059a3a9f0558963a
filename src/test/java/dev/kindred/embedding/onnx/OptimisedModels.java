package dev.kindred.embedding.onnx;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.onnx.ModelOptimiser.Outcome;
import dev.kindred.embedding.onnx.ModelOptimiser.Samples;
import dev.kindred.embedding.onnx.graph.TinyBert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small model with random weights, and what rebuilds it; the model as exported is the yardstick.
 */
abstract class OptimisedModels {
  static final Path MINI_LM = Path.of("models/all-MiniLM-L6-v2");
  private static final Samples SAMPLES =
      new Samples(
          Questions.PAIRS.stream().map(Questions.Pair::passage).limit(7).toList(),
          Questions.PAIRS.stream().map(Questions.Pair::passage).skip(7).toList(),
          Questions.PAIRS.stream().map(Questions.Pair::question).toList());

  @TempDir Path models;
  Path own;
  final List<String> progress = new ArrayList<>();
  Predicate<List<String>> isStopped = _ -> false;

  @BeforeEach
  void writeAnExport() throws IOException {
    own = models.resolve("own");
    export("mean");
    graph(TinyBert.withSeed(1));
  }

  void export(String pooling) throws IOException {
    new SentenceTransformersExport(own)
        .file("tokenizer.json", Files.readString(MINI_LM.resolve("tokenizer.json")))
        .pooling(pooling, TinyBert.CHANNELS)
        .maxTokens(128);
  }

  void graph(byte[] graph) throws IOException {
    Files.createDirectories(own.resolve("onnx"));
    Files.write(own.resolve("onnx/model.onnx"), graph);
  }

  Outcome optimise() {
    return optimiser().optimise("own", Optional.empty(), false);
  }

  ModelOptimiser optimiser() {
    return new ModelOptimiser(
        models, models.resolve("none"), SAMPLES, progress::add, () -> isStopped.test(progress));
  }

  Embedder load() {
    return new ModelCatalog(models).load("own", 2);
  }

  Map<String, Long> files() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(own)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sizes.put(own.relativize(file).toString(), Files.size(file));
      }
    }
    return sizes;
  }
}
