package dev.kindred.embedding.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a model's folder in the layout that sentence-transformers writes. */
public final class SentenceTransformersExport {
  private final Path folder;

  public SentenceTransformersExport(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Graph and tokenizer of another model, at the places where optimum puts them. */
  public SentenceTransformersExport weightsOf(Path model) throws IOException {
    Files.createDirectories(folder.resolve("onnx"));
    Files.copy(model.resolve("model.onnx"), folder.resolve("onnx/model.onnx"));
    Files.copy(model.resolve("tokenizer.json"), folder.resolve("tokenizer.json"));
    return this;
  }

  public SentenceTransformersExport pooling(String mode, int dimension) throws IOException {
    return file(
        "1_Pooling/config.json",
        """
        {"word_embedding_dimension": %d, "pooling_mode_cls_token": %b,
         "pooling_mode_mean_tokens": %b, "pooling_mode_max_tokens": %b}\
        """
            .formatted(dimension, mode.equals("cls"), mode.equals("mean"), mode.equals("max")));
  }

  public SentenceTransformersExport maxTokens(int maxTokens) throws IOException {
    return file(
        "sentence_bert_config.json",
        "{\"max_seq_length\": %d, \"do_lower_case\": false}".formatted(maxTokens));
  }

  public SentenceTransformersExport prompts(String query, String passage) throws IOException {
    return file(
        "config_sentence_transformers.json",
        "{\"prompts\": {\"query\": \"%s\", \"document\": \"%s\"}, \"default_prompt_name\": null}"
            .formatted(query, passage));
  }

  public SentenceTransformersExport file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
    return this;
  }

  public SentenceTransformersExport without(String name) throws IOException {
    Files.delete(folder.resolve(name));
    return this;
  }
}
