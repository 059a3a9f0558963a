package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.index.Filter;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.search.Page;
import dev.kindred.search.SearchQuery;
import java.util.Locale;

/** A server's collection. */
final class ServedPapers implements PaperSource {
  private final ServerClient server;

  ServedPapers(ServerClient server) {
    this.server = server;
  }

  @Override
  public ObjectNode search(SearchQuery query) {
    Query parameters =
        Query.none()
            .with("q", query.text())
            .with("mode", query.mode().name().toLowerCase(Locale.ROOT));
    return get("/v1/search", narrowed(parameters, query.filter(), query.page()));
  }

  @Override
  public ObjectNode similar(PaperId id, Filter filter, Page page) {
    return get("/v1/similar", narrowed(Query.none().with("id", id), filter, page));
  }

  private static Query narrowed(Query query, Filter filter, Page page) {
    return query
        .with("category", filter.categories())
        .with("author", filter.authors())
        .with("published_from", filter.from())
        .with("published_to", filter.to())
        .with("limit", page.limit())
        .with("offset", page.offset());
  }

  @Override
  public ObjectNode status() {
    return get("/v1/status", Query.none()).put("server", server.address().toString());
  }

  private ObjectNode get(String path, Query query) {
    JsonNode answer = server.get(path, query).orThrow();
    if (answer instanceof ObjectNode object) {
      return object;
    }
    throw new Unavailable("%s does not answer as Kindred does".formatted(server.address()));
  }

  @Override
  public void close() {
    server.close();
  }
}
