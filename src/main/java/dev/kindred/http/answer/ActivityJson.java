package dev.kindred.http.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.footprint.FolderSize;
import dev.kindred.footprint.ResidentMemory;
import dev.kindred.http.activity.Activity;
import dev.kindred.http.activity.Rejections;
import dev.kindred.http.activity.Rejections.Rejected;
import dev.kindred.http.activity.Searched;
import dev.kindred.http.activity.Searches;
import dev.kindred.index.EmbeddingState;
import dev.kindred.index.IndexedPaper;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.Fit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a server has done of late, and what it takes of the machine, as JSON. */
public final class ActivityJson {
  private ActivityJson() {}

  public static ObjectNode of(Activity activity, List<IndexedPaper> failed, Path store) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    putSearches(json.putObject("searches"), activity.searches().report());
    putRejected(json.putObject("rejected"), activity.rejections());
    ArrayNode failures = json.putArray("failed");
    failed.forEach(paper -> addFailed(failures, paper));
    putMemory(json.putObject("memory"));
    json.putObject("disk")
        .put("store_bytes", orNull(FolderSize.of(store)))
        .put("free_bytes", orNull(FolderSize.freeBeside(store)));
    return json;
  }

  private static void putSearches(ObjectNode json, Searches.Report report) {
    json.put("answered", report.answered())
        .put("failed", report.failed())
        .put("refused", report.refused())
        .put("per_minute", Math.round(report.perMinute() * 10) / 10.0)
        .put("p50_ms", millis(report.p50()))
        .put("p99_ms", millis(report.p99()));
    ArrayNode slowest = json.putArray("slowest");
    report.slowest().forEach(search -> addSearch(slowest, search).put("ms", millis(search.took())));
    ArrayNode inVain = json.putArray("without_results");
    report
        .inVain()
        .forEach(search ->
            addSearch(inVain, search)
                .put("total", search.total())
                .put("fit", search.fit().map(Fit::toString).orElse(null)));
  }

  private static ObjectNode addSearch(ArrayNode searches, Searched search) {
    return searches
        .addObject()
        .put("q", search.question().orElse(null))
        .put("at", search.at().toString());
  }

  private static void putRejected(ObjectNode json, Rejections rejections) {
    json.put("total", rejections.total());
    ArrayNode latest = json.putArray("latest");
    for (Rejected rejected : rejections.latest()) {
      latest
          .addObject()
          .put("at", rejected.at().toString())
          .put("id", rejected.id().orElse(null))
          .put("reason", rejected.reason())
          .put("how", rejected.how().name().toLowerCase(Locale.ROOT));
    }
  }

  private static void addFailed(ArrayNode failures, IndexedPaper paper) {
    if (paper.state() instanceof EmbeddingState.Failed(String reason, int attempts)) {
      failures
          .addObject()
          .put("id", paper.paper().id().value())
          .put("reason", reason)
          .put("attempts", attempts);
    }
  }

  private static double millis(Duration time) {
    return Math.round(time.toNanos() / 1e5) / 10.0;
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static void putMemory(ObjectNode json) {
    Runtime runtime = Runtime.getRuntime();
    json.put("heap_used_bytes", runtime.totalMemory() - runtime.freeMemory())
        .put("heap_committed_bytes", runtime.totalMemory())
        .put("heap_max_bytes", runtime.maxMemory())
        .put("resident_bytes", orNull(ResidentMemory.ofThisProcess()));
  }
}
