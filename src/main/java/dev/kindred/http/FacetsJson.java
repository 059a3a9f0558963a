package dev.kindred.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.index.Facet;
import dev.kindred.index.FacetField;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.Facets;
import java.util.Locale;

/** Counts by value as JSON, and which papers were counted. */
final class FacetsJson {
  private FacetsJson() {}

  static ObjectNode of(Facets facets) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("over", facets.scope().name().toLowerCase(Locale.ROOT));
    ObjectNode fields = json.putObject("fields");
    facets.fields().forEach(facet -> fields.set(name(facet.field()), of(facet)));
    return json;
  }

  /** As the parameter {@code facets} has it. */
  static String name(FacetField field) {
    return switch (field) {
      case FacetField.Category _ -> "category";
      case FacetField.AuthorName _ -> "author";
      case FacetField.Year _ -> "year";
      case FacetField.Metadata(String name) -> "metadata." + name;
    };
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
