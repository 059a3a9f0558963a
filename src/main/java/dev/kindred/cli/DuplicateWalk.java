package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.json.PaperJson;
import java.util.Optional;

/** Examines a whole collection, part by part, and shows how far it is. Used once. */
final class DuplicateWalk {
  private final PaperSource papers;
  private final double minSimilarity;
  private final ObjectNode all = PaperJson.MAPPER.createObjectNode();
  private final long started = System.nanoTime();
  private volatile int examined;
  private volatile int total;

  DuplicateWalk(PaperSource papers, double minSimilarity) {
    this.papers = papers;
    this.minSimilarity = minSimilarity;
  }

  /** All pairs, in the form of a part that is the whole. */
  ObjectNode run(Console console) {
    ArrayNode pairs = all.putArray("pairs");
    try (ProgressDisplay _ = ProgressDisplay.start(console, this::line)) {
      int done = 0;
      Optional<String> next = Optional.empty();
      do {
        ObjectNode part = papers.duplicates(next, minSimilarity);
        part.path("pairs").forEach(pairs::add);
        total = part.path("total").asInt();
        done += part.path("examined").asInt();
        examined = done;
        all.put("examined", done).put("total", total);
        all.put("embedded", part.path("embedded").asInt());
        next = Optional.ofNullable(part.path("next").textValue());
      } while (next.isPresent());
    }
    return all;
  }

  private ProgressLine line() {
    int done = examined;
    int whole = Math.max(done, total);
    double seconds = (System.nanoTime() - started) / 1e9;
    return new ProgressLine(
        "comparing",
        whole == 0 ? Optional.empty() : Optional.of((double) done / whole),
        "%s of %s".formatted(ProgressLine.number(done), Quantity.of(whole, "paper")),
        done / seconds,
        Optional.empty());
  }
}
