package dev.kindred.http.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.index.Filter;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.FacetName;
import dev.kindred.search.ListShape;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import dev.kindred.search.Sort;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The body of a {@code POST /v1/search} that asks a server for just this. */
public final class SearchBody {
  private SearchBody() {}

  public static ObjectNode of(SearchQuery query, Showing showing) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("q", query.text()).put("mode", query.mode().name().toLowerCase(Locale.ROOT));
    if (!query.filter().isEmpty()) {
      json.set("filter", filter(query.filter()));
    }
    putShape(json, query.shape());
    json.put("explain", showing.isExplained());
    json.put("sentences", showing.sentences().toString());
    return json.put("limit", showing.page().limit()).put("offset", showing.page().offset());
  }

  private static void putShape(ObjectNode json, ListShape shape) {
    json.put("sort", Sort.of(shape.byDate()).toString());
    shape.minRelevance().ifPresent(least -> json.put("min_relevance", least));
    json.put("diversity", shape.diversity().share()).put("fold", shape.isFolded());
    if (!shape.facets().fields().isEmpty()) {
      shape.facets().fields().forEach(field -> json.withArray("facets").add(FacetName.of(field)));
      json.put("facet_limit", shape.facets().limit());
    }
  }

  /** A filter as the object {@code filter} of a body. */
  public static ObjectNode filter(Filter filter) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    switch (filter) {
      case Filter.All(var parts) -> putAll(json, "and", parts);
      case Filter.Any(var parts) -> putAll(json, "or", parts);
      case Filter.Not(var part) -> json.set("not", filter(part));
      case Filter.Category(var name) -> json.put("category", name);
      case Filter.AuthorName(var name) -> json.put("author", name);
      case Filter.Published(var from, var to) -> {
        put(json, "published_from", from);
        put(json, "published_to", to);
      }
      case Filter.Metadata(var name, var value) -> json.putObject("metadata").put(name, value);
      case Filter.MetadataRange(var name, var from, var to) -> {
        ObjectNode ends = json.putObject("metadata").putObject(name);
        from.ifPresent(first -> ends.put("from", first));
        to.ifPresent(last -> ends.put("to", last));
      }
    }
    return json;
  }

  private static void putAll(ObjectNode json, String name, List<Filter> parts) {
    parts.forEach(part -> json.withArray(name).add(filter(part)));
  }

  private static void put(ObjectNode json, String name, Optional<LocalDate> day) {
    day.ifPresent(present -> json.put(name, present.toString()));
  }
}
