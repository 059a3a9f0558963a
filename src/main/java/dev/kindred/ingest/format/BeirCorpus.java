package dev.kindred.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.PaperDraft;
import java.util.Set;

/**
 * A document of a BEIR corpus: {@code _id, title, text} and {@code metadata}, whose fields become
 * the paper's, as do fields that BEIR does not know. A number is taken as an id, too.
 */
final class BeirCorpus implements JsonForm {
  private static final Set<String> OUR_FIELDS = Set.of("_id", "title", "text", "metadata");

  @Override
  public PaperDraft draft(JsonNode json) {
    JsonFields fields = new JsonFields("a paper", json);
    JsonNode id = fields.get("_id");
    PaperDraft draft =
        new PaperDraft()
            .id(id.isIntegralNumber() ? id.asText() : fields.text("_id"))
            .title(fields.text("title"))
            .abstractText(fields.text("text"));
    fields.othersInto(draft, OUR_FIELDS);
    if (!fields.get("metadata").isMissingNode() && !fields.get("metadata").isNull()) {
      new JsonFields("metadata", fields.get("metadata")).othersInto(draft, Set.of());
    }
    return draft;
  }
}
