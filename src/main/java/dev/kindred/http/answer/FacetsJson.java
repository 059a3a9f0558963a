package dev.kindred.http.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.index.Facet;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.FacetName;
import dev.kindred.search.Facets;
import java.util.Locale;

/** Counts by value as JSON, and which papers were counted. */
final class FacetsJson {
  private FacetsJson() {}

  static ObjectNode of(Facets facets) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("over", facets.scope().name().toLowerCase(Locale.ROOT));
    ObjectNode fields = json.putObject("fields");
    facets.fields().forEach(facet -> fields.set(FacetName.of(facet.field()), of(facet)));
    return json;
  }

  private static ObjectNode of(Facet facet) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    ArrayNode values = json.putArray("values");
    facet
        .values()
        .forEach(
            value -> values.addObject().put("value", value.name()).put("papers", value.papers()));
    return json.put("distinct", facet.distinct());
  }
}
