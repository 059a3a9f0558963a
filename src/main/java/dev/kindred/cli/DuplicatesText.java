package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.PaperId;
import dev.kindred.search.recommendation.DuplicateGroup;
import dev.kindred.search.recommendation.DuplicateGroup.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Near-duplicates as a person reads them. */
final class DuplicatesText {
  private DuplicatesText() {}

  static List<String> ofOne(JsonNode answer) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode paper : answer.path("duplicates")) {
      String similarity = ReasonText.similarity(paper.path("similarity").asDouble());
      rows.add(List.of(similarity, printed(paper, "id"), printed(paper, "title")));
    }
    return rows.isEmpty() ? List.of("No duplicates.") : Table.lines(rows);
  }

  static List<String> ofAll(JsonNode answer) {
    Map<PaperId, String> titles = new HashMap<>();
    List<Link> links = new ArrayList<>();
    for (JsonNode pair : answer.path("pairs")) {
      List<PaperId> ids = new ArrayList<>();
      for (JsonNode paper : pair.path("papers")) {
        PaperId id = new PaperId(paper.path("id").asText());
        ids.add(id);
        titles.put(id, printed(paper, "title"));
      }
      links.add(new Link(ids.getFirst(), ids.getLast(), pair.path("similarity").asDouble()));
    }
    List<DuplicateGroup> groups = DuplicateGroup.of(links);
    List<String> lines = new ArrayList<>();
    for (DuplicateGroup group : groups) {
      lines.add("similarity " + ReasonText.similarity(group.similarity()));
      lines.addAll(Table.lines(rows(group, titles)));
      lines.add("");
    }
    lines.add(summary(groups, titles.size(), answer));
    return lines;
  }

  private static List<List<String>> rows(DuplicateGroup group, Map<PaperId, String> titles) {
    return group.papers().stream()
        .map(id -> List.of("  " + Terminal.printable(id.value()), titles.getOrDefault(id, "")))
        .toList();
  }

  private static String summary(List<DuplicateGroup> groups, int papers, JsonNode answer) {
    long examined = answer.path("examined").asLong();
    return groups.isEmpty()
        ? "No duplicates among %s.".formatted(Quantity.of(examined, "paper"))
        : "%s of %s, among %s"
            .formatted(
                Quantity.of(groups.size(), "group"),
                Quantity.of(papers, "paper"),
                ProgressLine.number(examined));
  }

  private static String printed(JsonNode paper, String field) {
    return Terminal.printable(paper.path(field).asText());
  }
}
