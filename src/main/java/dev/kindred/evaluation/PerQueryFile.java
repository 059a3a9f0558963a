package dev.kindred.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.json.PaperJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A report query by query, for study: JSON lines of {@code query, text, relevant} and for each mode
 * its scores and its first ten papers, {@code top[{id, judgement}]}, the judgement left out where
 * there is none.
 */
public final class PerQueryFile {
  private PerQueryFile() {}

  /** Writes it in place of what was there. */
  public static void write(Report report, Path path) throws IOException {
    // Unlike that of Files, it writes a question mark for half a surrogate pair.
    try (BufferedWriter file =
        new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(path), UTF_8))) {
      for (int i = 0; i < report.collection().queries().size(); i++) {
        file.write(line(report, i).toString());
        file.write('\n');
      }
    }
  }

  private static ObjectNode line(Report report, int number) {
    JudgedQuery query = report.collection().queries().get(number);
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("query", query.id());
    json.put("text", query.text());
    json.put("relevant", query.judgements().values().stream().filter(judged -> judged > 0).count());
    ObjectNode modes = json.putObject("modes");
    for (ModeResult result : report.modes()) {
      RankedQuery ranked = result.queries().get(number);
      ObjectNode mode = modes.putObject(ReportJson.name(result.mode()));
      ArrayNode top = ReportJson.scores(ranked.scores(), mode).putArray("top");
      ranked.top().forEach(id -> paper(id, query, top.addObject()));
    }
    return json;
  }

  private static void paper(PaperId id, JudgedQuery query, ObjectNode into) {
    into.put("id", id.value());
    Integer judgement = query.judgements().get(id);
    if (judgement != null) {
      into.put("judgement", judgement);
    }
  }
}
