package dev.kindred.cli;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Rejection.InvalidSettings;

/** The model a command works with: the one named, else the one that made the store's vectors. */
final class ChosenModel {
  private ChosenModel() {}

  static String name(Options options) {
    return options
        .model()
        .or(() -> LuceneStore.modelOf(options.data()))
        .orElse(ModelCatalog.DEFAULT);
  }

  /** Loads it, to embed one text after the other. */
  static Embedder loadForOne(Options options) {
    return catalog(options).load(name(options), 1);
  }

  /** Loads it, to embed on all cores. */
  static Embedder load(Options options) {
    return catalog(options).load(name(options));
  }

  /**
   * Where the models are.
   *
   * @throws InvalidSettings if one is named that is not there
   */
  static ModelCatalog catalog(Options options) {
    ModelCatalog catalog = new ModelCatalog(options.models());
    options
        .model()
        .flatMap(catalog::missing)
        .ifPresent(reason -> {
          throw new InvalidSettings(reason);
        });
    return catalog;
  }
}
