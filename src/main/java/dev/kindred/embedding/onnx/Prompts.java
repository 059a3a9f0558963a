package dev.kindred.embedding.onnx;

import java.nio.file.Path;
import java.util.List;

/**
 * The prompts of {@code config_sentence_transformers.json}, chosen as that library's {@code
 * encode_query} and {@code encode_document} do. Empty where there are none.
 */
record Prompts(String query, String passage) {
  private static final List<String> QUERY = List.of("query");
  private static final List<String> PASSAGE = List.of("document", "passage", "corpus");

  static Prompts read(Path model) {
    return JsonFile.readIfThere(model.resolve("config_sentence_transformers.json"))
        .filter(json -> json.value("prompts").isPresent())
        .map(json -> new Prompts(choose(json, QUERY), choose(json, PASSAGE)))
        .orElse(new Prompts("", ""));
  }

  private static String choose(JsonFile json, List<String> names) {
    JsonFile prompts = json.object("prompts");
    return names.stream()
        .flatMap(name -> prompts.textIfAny(name).stream())
        .findFirst()
        .or(() -> json.textIfAny("default_prompt_name").flatMap(prompts::textIfAny))
        .orElse("");
  }

  boolean isEmpty() {
    return query.isEmpty() && passage.isEmpty();
  }
}
