package dev.kindred.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A collection with judgements as BEIR lays it out.
 *
 * @param queries those that have judgements
 */
record BeirFolder(List<Paper> papers, List<Query> queries) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * @param judgements how relevant a paper is, by its id
   */
  record Query(String text, Map<String, Integer> judgements) {}

  static BeirFolder read(Path folder, String split) throws IOException {
    Map<String, Map<String, Integer>> judgements = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(folder.resolve("qrels").resolve(split + ".tsv"));
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = List.of(line.split("\t"));
      judgements
          .computeIfAbsent(fields.get(0), _ -> new HashMap<>())
          .put(fields.get(1), Integer.valueOf(fields.get(2)));
    }
    List<Query> queries = new ArrayList<>();
    for (JsonNode query : lines(folder.resolve("queries.jsonl"))) {
      Map<String, Integer> judged = judgements.get(query.path("_id").asText());
      if (judged != null) {
        queries.add(new Query(query.path("text").asText(), judged));
      }
    }
    List<Paper> papers =
        lines(folder.resolve("corpus.jsonl")).stream().map(BeirFolder::paper).toList();
    return new BeirFolder(papers, queries);
  }

  private static Paper paper(JsonNode json) {
    PaperId id = PaperId.parse(json.path("_id").asText()).orElseThrow();
    return Paper.of(id, json.path("title").asText(), json.path("text").asText());
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    try (var values = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
      return values.readAll();
    }
  }
}
