package dev.kindred.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.PaperDraft;
import dev.kindred.paper.Rejection.InvalidRequest;

/** How a source describes a paper as JSON. */
interface JsonForm {
  /**
   * What the JSON says about a paper.
   *
   * @throws InvalidRequest if a field has another type than this form gives it
   */
  PaperDraft draft(JsonNode json);
}
